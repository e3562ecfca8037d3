/// The packages that a shell line installs with pip.
struct PipInstall {
  /// A package named on the line.
  struct Package {
    /// In lower case, with `-` for `_`, without extras.
    var name: String
    /// Offsets in the line.
    var range: Range<Int>
    var isPinned: Bool
  }

  var packages: [Package] = []
  /// Whether versions are chosen elsewhere: in a list of requirements or in constraints.
  var readsList = false

  /// Every `pip install` of a line: `!pip install -q timm && pip install einops`.
  static func all(in line: [UInt8]) -> [PipInstall] {
    var result: [PipInstall] = []
    var words: [Range<Int>] = []
    func finish() {
      if let install = PipInstall(words, of: line) { result.append(install) }
      words = []
    }
    var index = 0
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"):
        finish()
        index += 1
      case UInt8(ascii: "#") where index == 0 || line[index - 1] <= 0x20:
        finish()
        return result
      case 0...0x20, UInt8(ascii: "\\"): index += 1
      default:
        let start = index
        var quote: UInt8?
        while index < line.count, quote != nil || !(line[index] <= 0x20 || ";&|".utf8.contains(line[index])) {
          if line[index] == quote {
            quote = nil
          } else if quote == nil, line[index] == UInt8(ascii: "'") || line[index] == UInt8(ascii: "\"") {
            quote = line[index]
          }
          index += 1
        }
        words.append(start..<index)
      }
    }
    finish()
    return result
  }

  /// Options that take a value.
  private static let valued: Set<String> = [
    "-f", "--find-links", "-i", "--index-url", "--extra-index-url", "-e", "--editable", "-t", "--target", "--prefix",
    "--root", "--platform", "--python-version", "--progress-bar", "--timeout", "--retries", "--trusted-host",
  ]

  private init?(_ words: [Range<Int>], of line: [UInt8]) {
    let texts = words.map { range in
      String(decoding: line[range].filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
    guard let install = texts.firstIndex(of: "install"), install > 0,
      ["pip", "pip3", "!pip", "!pip3", "%pip", "%%pip"].contains(texts[install - 1])
    else { return nil }
    var readsLinks = false
    var index = install + 1
    while index < words.count {
      let word = texts[index]
      index += 1
      if word.hasPrefix(">") || word.hasPrefix("2>") { break }
      if word.hasPrefix("-") {
        let isShort = !word.hasPrefix("--")
        if word == "--requirement" || word == "--constraint" || isShort && (word.last == "r" || word.last == "c") {
          readsList = true
          index += 1
        } else if Self.valued.contains(word) {
          // A page of wheels determines their version.
          if word == "-f" || word == "--find-links" { readsLinks = true }
          index += 1
        }
        continue
      }
      let name = word.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
      // Folders, files, links and shell variables are not packages.
      guard name.first?.isLetter == true, !word.contains("/"), !word.contains(":"), !word.contains("$"),
        !word.contains("{"), !word.hasSuffix(".whl"), !word.hasSuffix(".gz")
      else { continue }
      packages.append(
        Package(
          name: name.lowercased().replacing("_", with: "-"), range: words[index - 1],
          isPinned: word.contains { "=<>@~".contains($0) }))
    }
    if readsLinks { for index in packages.indices { packages[index].isPinned = true } }
  }
}
