import Foundation
import LintSerialization
import Testing

/// Compares the TOML reader with Python's `tomllib`.
@Suite struct TOMLDifferentialTests {
  private static let mutants = 24_000

  /// What mutations insert.
  private static let fragments = [
    "=", ".", ",", "[", "]", "[[", "]]", "{", "}", "{}", "[]", "\"", "'", "\"\"\"", "'''", "\\", "\\\n", "\\u0041",
    "\\U0001F600",
    "\n", "\r\n", "\r", " ", "\t", "#", "# é\n", "_", "-", "+", "0", "1", "60", "0x", "0o", "0b", "e", "E5", "inf",
    "nan", "true",
    "false", "T", "Z", ":", "07:32:00", "1979-05-27", "a", "a.b", "a = 1\n", "[a]\n", "[a.b]\n", "[[a]]\n", "a.b = 2\n",
    "é", "\u{0}",
    "\u{7F}", "\u{FEFF}", "{a = 1}", "[1, 2]",
  ].map { Array($0.utf8) }

  @Test func agreesOnWholeDocuments() throws {
    let documents = (TOMLDocuments.valid + TOMLDocuments.invalid).map { Array($0.utf8) }
    let ours = documents.map(note)
    for (document, note) in zip(TOMLDocuments.valid, ours) {
      #expect(note != "!", "refused: \(document.debugDescription)")
    }
    for (document, note) in zip(TOMLDocuments.invalid, ours.dropFirst(TOMLDocuments.valid.count)) {
      #expect(note == "!", "accepted: \(document.debugDescription)")
    }
    try compare(documents)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func agreesOnMutants(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let documents = (TOMLDocuments.valid + TOMLDocuments.invalid).map { Array($0.utf8) }
    try compare((0..<Self.mutants / 2).map { _ in mutant(of: documents, &random) })
  }

  @Test func agreesOnInstalledFiles() throws {
    let places = "/usr/lib /usr/share /usr/local /opt /root /home \(FileManager.default.currentDirectoryPath)"
    let found = try ScratchFolder().run([
      "sh", "-c", "find \(places) -name '*.toml' -size -200k -type f 2> /dev/null | sort -u | head -n 2000",
    ])
    let documents = found.split(separator: "\n").compactMap { try? Data(contentsOf: URL(filePath: String($0))) }
    print("\(documents.count) TOML files on this machine")
    try compare(documents.map { Array($0) })
  }

  private func compare(_ documents: [[UInt8]]) throws {
    guard let theirs = try Self.tomllib(documents) else { return }
    #expect(theirs.count == documents.count)
    for (document, theirs) in zip(documents, theirs) {
      let ours = note(document)
      // RFC 3339 allows leap seconds and the year 0, Python does not.
      if theirs == "!", ours.contains(":60.") || ours.contains("d0000-") { continue }
      #expect(ours == theirs, "\(String(decoding: document, as: UTF8.self).debugDescription)")
    }
  }

  /// `!` for a rejected document.
  private func note(_ document: [UInt8]) -> String {
    (try? TOML.parse(document, path: "a.toml")).map(TOMLNotation.write) ?? "!"
  }

  private func mutant(of documents: [[UInt8]], _ random: inout SplitMix) -> [UInt8] {
    var bytes = documents.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...8, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes.removeSubrange(start...)
      case 3:
        let other = documents.randomElement(using: &random) ?? []
        let from = Int.random(in: 0...other.count, using: &random)
        bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + 40)])
      case 4:
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines.swapAt(
          Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      case 5 where start < bytes.count: bytes[start] = UInt8.random(in: 0...127, using: &random)
      default:
        bytes.replaceSubrange(
          start..<(Bool.random(using: &random) ? start : end),
          with: Self.fragments.randomElement(using: &random) ?? [])
      }
    }
    return bytes
  }

  /// The notation of each document as Python reads it; nil if Python or tomllib is missing.
  private static func tomllib(_ documents: [[UInt8]]) throws -> [String]? {
    let folder = try ScratchFolder()
    guard try folder.run(["sh", "-c", "python3 -c 'import tomllib' 2> /dev/null && echo yes"]) == "yes\n" else {
      print("skipped: needs python3 with tomllib (3.11 or later)")
      return nil
    }
    try folder.write("documents", documents.map { TOMLNotation.hex($0) + "\n" }.joined())
    let oracle = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "tomllib_oracle.py").path()
    return try folder.run(["python3", oracle, "documents"]).split(separator: "\n").map(String.init)
  }
}
