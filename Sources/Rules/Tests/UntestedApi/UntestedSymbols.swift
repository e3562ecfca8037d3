import LintModel
import LintRuleKit
import LintSourceText

/// The symbols of a project that tests do not reach, the one that most files use first.
struct UntestedSymbols {
  private struct Site {
    var name: String
    var file: FileReference
    var range: SourceRange
    var location: Location { Location(path: file.path, range: range) }
  }

  private var sites: [Site]

  /// - Parameters:
  ///   - symbols: The symbols of each file.
  ///   - files: The files that may use them.
  init(_ symbols: [(FileReference, [UntestedApi.Fact.Symbol])], usedBy files: [FileFacts<UntestedApi.Fact>]) {
    sites = symbols.flatMap { file, symbols in symbols.map { Site(name: $0.name, file: file, range: $0.range) } }
    let users = sites.map { site in
      files.count { file in file.file != site.file && file.facts.contains { $0.mentions.contains(site.name) } }
    }
    guard let most = users.indices.max(by: { users[$0] < users[$1] }) else { return }
    sites.swapAt(0, sites.indices.first { users[$0] == users[most] } ?? most)
  }

  /// Adds one finding for all.
  func add(_ message: (_ start: String) -> Message, to collector: inout FindingCollector) {
    guard let first = sites.first else { return }
    collector.add(
      message(first.name), at: first.location, symbol: first.file.module,
      related: sites.dropFirst().map { Evidence("no test uses '\($0.name)' either", at: $0.location) },
      count: sites.count)
  }
}
