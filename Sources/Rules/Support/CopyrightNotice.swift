import Lint

/// Who the head of a file says wrote it: code taken over from elsewhere keeps its words.
struct CopyrightNotice {
  /// The words of the notices, in lower case, without those that say nothing; empty where the file has none.
  let words: Set<String>
  /// True where the head says outright that the code comes from elsewhere.
  let isCopied: Bool

  init(_ file: SourceFile) {
    let head = String(decoding: file.text.bytes.prefix(1500), as: UTF8.self)
    var words: Set<String> = []
    var isCopied = false
    for line in head.split(whereSeparator: \.isNewline) {
      let line = line.lowercased()
      isCopied = isCopied || Self.confessions.contains { line.contains($0) }
      guard let range = line.range(of: "copyright") else { continue }
      for word in line[range.upperBound...].split(whereSeparator: { !$0.isLetter }) where word.count > 2 {
        if !Self.fillers.contains(String(word)) { words.insert(String(word)) }
      }
    }
    self.words = words
    self.isCopied = isCopied
  }

  private static let confessions = [
    "taken from http", "copied from", "vendored from", "adapted from facebook", "copyright of original",
  ]
  private static let fillers: Set<String> = [
    "the", "and", "inc", "ltd", "llc", "team", "all", "rights", "reserved", "authors", "author", "its", "affiliates",
    "contributors", "corporation", "research", "lab", "labs", "group", "developers",
  ]
}

extension [FileFacts<NamedSignature>] {
  /// Without the files whose notices name somebody else than those of most files do.
  var ofTheHouse: Self {
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
