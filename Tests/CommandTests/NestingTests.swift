import Foundation
import Testing

/// No file aborts the run, however deeply nested or long.
@Suite(.serialized) struct NestingTests {
  private static let mebibyte = 1 << 20

  /// `MLLINT_NESTING=100000` tries deeper nesting than the default, which takes minutes.
  private static let counts: [Int] = {
    let deepest = ProcessInfo.processInfo.environment["MLLINT_NESTING"].flatMap { Int($0) }
    return [1000, 10_000] + (deepest.map { [$0] } ?? [])
  }()

  /// Each runs separately, so that a crash or timeout identifies it.
  @Test(arguments: counts) func deeplyNestedConstructsAreHandled(_ count: Int) throws {
    for source in NestedSource.all {
      let command = try Command(CrashTests.witness)
      try command.write(source.path, Data(source.text(count).utf8.prefix(Self.mebibyte)))
      let start = ContinuousClock.now
      let result = try command.run(
        ["check", "--preview", "--isolated", "--output-format", "concise", "."], limit: 60)
      let time = ContinuousClock.now - start
      #expect(
        CrashTests.isChecked(result) && time < .seconds(30),
        "\(source.testDescription.prefix(80).debugDescription) in \(source.path) \(count) times: \(time), \(result.code)"
      )
    }
  }

  @Test func unreadFilesAreReported() throws {
    let command = try Command([
      "A.swift": "let x: " + String(repeating: "A<", count: 2000),
      "b.py": "x = a" + String(repeating: " + b", count: 5000),
    ])
    let result = try command.run("check", "--output-format", "concise", ".")
    #expect(result.code == 1)
    #expect(
      result.output.split(separator: "\n").map(String.init) == [
        "A.swift:1:2005: note[syntax-error] expected at most 2000 tokens in one statement, found more; the file was not "
          + "read",
        "b.py:1:9: error[syntax-error] expected at most 3000 nested expressions, found more; the file was not read",
      ])
  }
}
