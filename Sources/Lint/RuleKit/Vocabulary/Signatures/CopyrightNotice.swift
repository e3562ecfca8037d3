import LintModel
import LintSourceText

/// The copyright holder in a file's header: third-party code keeps its names.
struct CopyrightNotice {
  /// The words of the notices, in lower case, without those that say nothing; empty if the file has none.
  let words: Set<String>
  /// True if the head says outright that the code comes from elsewhere.
  let isCopied: Bool

  init(_ file: SourceFile) {
    let head = file.text.bytes.prefix(1500).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    var words: Set<String> = []
    var rest = head[...]
    while let found = Bytes.find(Self.mark, in: rest) {
      let start = found + Self.mark.count
      let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      for word in rest[start..<end].split(whereSeparator: { $0 < 0x61 || $0 > 0x7A }) where word.count > 2 {
        let word = String(decoding: word, as: UTF8.self)
        if !Self.fillers.contains(word) { words.insert(word) }
      }
      rest = rest[end...]
    }
    self.words = words
    isCopied = Self.confessions.contains { Bytes.find($0, in: head[...]) != nil }
  }

  private static let mark = Array("copyright".utf8)
  private static let confessions = [
    "taken from http", "copied from", "vendored from", "code adapted from", "adapted from facebook",
    "copyright of original",
  ].map { Array($0.utf8) }
  private static let fillers: Set<String> = [
    "the", "and", "inc", "ltd", "llc", "team", "all", "rights", "reserved", "authors", "author", "its", "affiliates",
    "contributors", "corporation", "research", "lab", "labs", "group", "developers",
  ]
}

extension [FileFacts<NamedSignature>] {
  /// Without the files whose notices name another owner than most files.
  package var firstParty: Self {
    var counts: [String: Int] = [:]
    for file in self {
      for word in file.facts.first?.notice ?? [] { counts[word, default: 0] += 1 }
    }
    guard let house = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), 2 * house.value > count else {
      return self
    }
    return filter { file in
      let words = file.facts.first?.notice ?? []
      return words.isEmpty || words.contains(house.key)
    }
  }
}
