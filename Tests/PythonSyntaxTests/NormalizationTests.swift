import Foundation
import PythonSyntax
import Testing

@Suite("Normalization of identifiers")
struct NormalizationTests {
  @Test("ASCII names stay as they are; others get normalization form KC")
  func identifiers() {
    let names = ["fix", "ﬁx", "ª", "Å", "e\u{301}", "각", "ｘ", "𝔘𝔫𝔦", "변수", "名前"]
    let tree = parsed(names.joined(separator: "\n"))
    #expect(tree.errors.isEmpty)
    let found = tree.root.subtree.compactMap { Name($0)?.node.identifierText }
    #expect(found == ["fix", "fix", "a", "Å", "é", "각", "x", "Uni", "변수", "名前"])
    #expect(found[3].unicodeScalars.map(\.value) == [0xC5])
    #expect(found[4].unicodeScalars.map(\.value) == [0xE9])
  }

  @Test("agrees with Python on every scalar", .enabled(if: NormalizationTests.pythonKnowsNoNewerUnicode))
  func allScalars() throws {
    // `|` neither combines nor composes with anything.
    try compare(
      """
      scalars = [chr(c) for c in range(0x80, 0x110000) if not 0xD800 <= c < 0xE000 and category(chr(c)) != 'Cn']
      for start in range(0, len(scalars), 100): write('|'.join(scalars[start:start + 100]))
      """, atLeast: 2000)
  }

  @Test("agrees with Python on sequences", .enabled(if: NormalizationTests.pythonKnowsNoNewerUnicode), arguments: 1...4)
  func sequences(_ seed: Int) throws {
    try compare(
      """
      names = [chr(c) for c in range(0x110000) if ('a' + chr(c)).isidentifier()]
      marks = [c for c in names if combining(c)]
      parts = [d for c in names for d in normalize('NFD', c) if len(normalize('NFD', c)) > 1]
      jamo = [chr(c) for c in range(0x1100, 0x1200)] + [chr(0xAC00 + 28 * n) for n in range(300)]
      random.seed(\(seed))
      for _ in range(50000): write(''.join(random.choice(random.choice([names, marks, parts, jamo])) for _ in range(6)))
      """, atLeast: 50_000)
  }

  /// Has Python write texts and compares their normalized forms. Any node has an `identifierText`; that of a string
  /// piece takes characters that no name has.
  private func compare(_ script: String, atLeast minimum: Int) throws {
    let prelude = """
      import random, sys
      from unicodedata import category, combining, normalize
      def write(text): sys.stdout.buffer.write(f'{text}\\n{normalize("NFKC", text)}\\n'.encode())
      """
    let output = try #require(Self.python(prelude + "\n" + script))
    let lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var count = 0
    var mismatches: [String] = []
    for index in stride(from: 0, to: lines.count - 1, by: 2) {
      let tree = Tree.parse(utf8: Array("'".utf8) + lines[index] + Array("'".utf8))
      let normalized = tree.withRoot { $0.firstChild?.firstChild?.identifierText.utf8.dropFirst().dropLast() }
      if normalized.map(Array.init) != Array(lines[index + 1]) {
        mismatches.append(String(decoding: lines[index], as: UTF8.self))
      }
      count += 1
    }
    #expect(mismatches == [])
    #expect(count >= minimum)
  }

  /// Whether there is a Python whose version of Unicode the tables cover.
  static let pythonKnowsNoNewerUnicode: Bool = {
    let tables = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/PythonSyntax/Unicode/NormalizationTables.swift")
    guard let output = python("import unicodedata; print(unicodedata.unidata_version)", trimmed: true),
      let ours = try? String(contentsOf: tables, encoding: .utf8).firstMatch(of: /Unicode ([\d.]+)\./)
    else {
      print("skipped: no python3 to compare normalized identifiers with")
      return false
    }
    if output.compare(String(ours.output.1), options: .numeric) == .orderedDescending {
      print("skipped: Python has Unicode \(output), newer than the tables; run scripts/generate-normalization.py")
      return false
    }
    return true
  }()

  private static func python(_ script: String, trimmed: Bool) -> String? {
    python(script).map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  private static func python(_ script: String) -> Data? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardOutput = pipe
    guard (try? process.run()) != nil, let output = try? pipe.fileHandleForReading.readToEnd() else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? output : nil
  }
}
