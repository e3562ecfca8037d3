import LintCatalog
import LintSerialization
import LintSourceText
import Rules
import Testing

/// One example of one page.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  var page: RulePage
  var example: RuleExample

  var testDescription: String { "\(page.rule): \(example.title)" }

  /// Every example that the available front ends can read.
  static let all: [ExampleCase] =
    (try? pages())?.flatMap { page in
      page.examples.map { ExampleCase(page: page, example: $0) }
    }.filter { $0.example.files.allSatisfy { file in fileExtensions.contains(Paths.fileExtension(of: file.0)) } } ?? []

  static func pages() throws -> [RulePage] {
    try catalogPages.map { try StrictDecoder.decode(from: .parse($0.text, path: $0.path)) }
  }

  private static let fileExtensions = Set(frontends.flatMap(\.fileExtensions))
}
