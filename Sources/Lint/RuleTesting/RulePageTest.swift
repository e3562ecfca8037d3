import LintCatalog
import LintModel
import LintSerialization

/// All examples of one page, in all their variants.
package struct RulePageTest: Sendable {
  private let page: RulePage
  private let node: YAMLNode
  private let catalog: Catalog
  private let frontends: [any Frontend]

  /// A claim of a page that does not hold, with its position in the page.
  package struct Failure: Sendable, CustomStringConvertible {
    package var mark: Mark
    package var text: String
    package var description: String { "\(mark): \(text)" }
  }

  /// - Parameter catalog: One that knows the page's rule.
  package init(_ file: EmbeddedFile, _ catalog: Catalog, _ frontends: [any Frontend]) throws(YAMLError) {
    node = try .parse(file.text, path: file.path)
    page = try StrictDecoder.decode(from: node)
    self.catalog = catalog
    self.frontends = frontends
  }

  /// Runs them.
  ///
  /// - Returns: How many were run, and what failed: at most one failure for each variant of an example.
  package func run() -> (count: Int, failures: [Failure]) {
    var failures = PageProblem.all(in: page, isCustom: true).map { Failure(mark: node.mark, text: $0.description) }
    var count = 0
    for (index, example) in page.examples.enumerated() {
      let mark = node["examples"]?.items?[index].mark ?? node.mark
      var seen: Set<[String]> = []
      for variant in ExampleVariant.allCases {
        let differences: [String]
        do {
          guard let run = try ExampleRun(example, of: page, variant, catalog, frontends) else { continue }
          count += 1
          differences = run.differences
        } catch {
          failures.append(Failure(mark: mark, text: "'\(example.title)' cannot be run: \(error)"))
          break
        }
        // What is wrong as it is written is wrong in the same way in every other form.
        guard !differences.isEmpty, seen.insert(differences).inserted else { continue }
        failures.append(
          Failure(
            mark: mark,
            text: "'\(example.title)'\(variant.description): \(differences.joined(separator: "; "))"))
      }
    }
    return (count, failures)
  }
}

extension ExampleVariant {
  /// The form, as a message continues after the example's title.
  fileprivate var description: String {
    switch self {
    case .asWritten: ""
    case .windowsLines: ", with Windows line endings"
    case .afterWideCharacters: ", after a line of wide characters"
    case .inString: ", inside a string"
    case .suppressed: ", under its suppression"
    case .inNotebook: ", as a notebook"
    }
  }
}
