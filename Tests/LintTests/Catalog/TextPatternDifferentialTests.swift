import Foundation
import LintCatalog
import Testing

/// Compares `TextPattern` with Python's `re` on random expressions and texts.
@Suite struct TextPatternDifferentialTests {
  private static let samples = 25_000

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func matchesAreThoseOfPython(seed: UInt64) throws {
    let folder = try ScratchFolder()
    guard try folder.run(["sh", "-c", "command -v python3 > /dev/null && echo yes"]) == "yes\n" else {
      print("skipped: needs python3")
      return
    }
    var sampler = PatternSampler(seed: seed)
    let samples = (0..<Self.samples).map { _ in sampler.next() }
    try folder.write("samples", samples.map { "\(hex($0.python))\t\(hex($0.text))\n" }.joined())
    let oracle = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "re_oracle.py").path()
    let lines = try folder.run(["python3", oracle, "samples"]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == samples.count + 1)
    var differences: [String] = []
    for (sample, theirs) in zip(samples, lines) {
      if let difference = try difference(sample, theirs) { differences.append(difference) }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20).joined(separator: "\n"))")
  }

  private func difference(_ sample: PatternSample, _ theirs: Substring) throws -> String? {
    let bytes = Array(sample.text.utf8)
    let pattern = try TextPattern(sample.expression)
    let matches = pattern.matches(in: bytes, bytes.indices)
    func notation(_ match: TextPattern.Match) -> String {
      match.map { $0.map { "\($0.lowerBound):\($0.upperBound)" } ?? "-" }.joined(separator: ",")
    }
    var ours = matches.map(notation)
    var theirs = theirs.split(separator: " ").map(String.init)
    if sample.repeatsEmpty {
      // Where the first match starts.
      ours = ours.prefix(1).map { String($0.prefix { $0 != ":" }) }
      theirs = theirs.prefix(1).map { String($0.prefix { $0 != ":" }) }
    }
    let isFound = pattern.isFound(in: bytes, bytes.indices)
    guard ours != theirs || isFound == theirs.isEmpty else { return nil }
    return "\(sample.expression.debugDescription) in \(sample.text.debugDescription): "
      + "found \(ours.joined(separator: " ")), expected \(theirs.joined(separator: " "))"
  }

  private func hex(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
