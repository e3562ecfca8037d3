/// Finds the configuration keys that a document speaks of.
struct ShownKeyReader {
  private let bytes: [UInt8]
  private(set) var keys: [ShownKey] = []

  init(_ bytes: [UInt8], _ examples: [Example]) {
    self.bytes = bytes
    // A reader who is shown the code that reads a key adds both to a project of his own.
    var own = Mentions()
    for (index, example) in examples.enumerated() {
      switch example.language {
      case "yaml", "yml": addBlock(ConfigurationKind.keys(YAMLKeys.read(example.code.bytes).keys), example, index)
      case "toml": addBlock(ConfigurationKind.keys(TOMLKeys.read(example.code.bytes)), example, index)
      case "bash", "sh", "shell", "console", "zsh": addPaths(in: example.range)
      case "": break
      default:
        let words = bytes[Int(example.range.start)..<Int(example.range.end)].split { !Self.isWord($0) }
        for word in words { own.insert(bytes: word) }
      }
    }
    addQuoted(outside: examples.map(\.range))
    if !own.isEmpty { keys.removeAll { own.contains($0.name.text) } }
  }

  private mutating func addBlock(_ block: [ConfigurationKey], _ example: Example, _ index: Int) {
    var paths: [[String]] = []
    for key in block {
      let sections = key.parent.map { paths[$0] } ?? []
      paths.append(sections + [key.name.text])
      // A section is often one instance of something, under a name of the reader's own.
      guard !key.details.isArgument, case .scalar = key.value else { continue }
      let name = Name(key.name.text, at: example.code.range(of: key.name.range))
      keys.append(ShownKey(sections: sections, name: name, block: index))
    }
  }

  /// What stands between backticks in running text, one path each.
  private mutating func addQuoted(outside blocks: [SourceRange]) {
    var blocks = blocks.sorted()[...]
    var opening: Int?
    var index = 0
    while index < bytes.count {
      if let block = blocks.first, index >= Int(block.start) {
        index = max(index, Int(block.end))
        blocks.removeFirst()
        opening = nil
        continue
      }
      if bytes[index] == UInt8(ascii: "\n") { opening = nil }
      if bytes[index] == UInt8(ascii: "`") {
        if let start = opening, start < index {
          addPath(at: start, before: index)
          opening = nil
        } else {
          opening = index + 1
        }
      }
      index += 1
    }
  }

  /// The words of a command that set keys: `training.batch_size=3`, `SOLVER.BASE_LR 0.1`.
  private mutating func addPaths(in range: SourceRange) {
    var start = Int(range.start)
    let end = min(Int(range.end), bytes.count)
    while start < end {
      while start < end, bytes[start] <= 0x20 { start += 1 }
      var stop = start
      while stop < end, bytes[stop] > 0x20 { stop += 1 }
      addPath(at: start, before: stop)
      start = stop
    }
  }

  /// A path at the start of a text, if it is followed by a value or by nothing.
  private mutating func addPath(at start: Int, before end: Int) {
    var first = start
    // hydra: `+key=value` adds, `~key` removes.
    while first < end, bytes[first] == UInt8(ascii: "+") || bytes[first] == UInt8(ascii: "~") { first += 1 }
    var last = first
    while last < end, Self.isWord(bytes[last]) || bytes[last] == UInt8(ascii: ".") { last += 1 }
    guard last == end || bytes[last] == UInt8(ascii: "=") || bytes[last] == 0x20,
      let dot = bytes[first..<last].lastIndex(of: UInt8(ascii: ".")),
      let path = ConfiguredCalls.path(String(decoding: bytes[first..<last], as: UTF8.self))
    else { return }
    let parts = path.split(separator: ".").map(String.init)
    guard let name = parts.last, !Self.endings.contains(name) else { return }
    let range = SourceRange(start: UInt32(dot + 1), end: UInt32(last))
    keys.append(ShownKey(sections: parts.dropLast(), name: Name(name, at: range), block: nil))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  /// What makes a dotted word the name of a file.
  private static let endings: Set<String> = [
    "yaml", "yml", "py", "json", "jsonl", "txt", "pt", "pth", "pkl", "md", "rst", "sh", "ckpt", "bin", "csv", "tsv",
    "npy", "npz", "zip", "tar", "gz", "lmdb", "jpg", "png", "gif", "svg", "pdf", "wav", "mp4", "flac", "ipynb", "toml",
    "ini", "cfg", "gin", "safetensors", "onnx", "html", "org", "com", "io", "swift", "log", "lock", "cpp", "cu", "h5",
    "hdf5", "model", "vocab", "tgz", "whl", "in",
  ]
}
