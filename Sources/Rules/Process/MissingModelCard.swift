import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// Trained weights are published without a document on their intended use and limitations.
struct MissingModelCard: ProjectRule {
  struct Options: RuleOptions {
    /// Extensions of files that contain trained weights.
    var weights: [String]
    /// Lower-case phrases that identify a document about a model's use and limitations.
    var phrases: [String]
  }

  let options: Options

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard let repository = project.repository, !repository.isArchived, let readme = repository.readme,
      let text = repository.text(of: readme), let reportingLocation = repository.reportingLocation
    else { return }
    let shipped = repository.paths.filter(isShipped)
    let links = links(in: text)
    guard !shipped.isEmpty || !links.isEmpty, !tellsUse(repository) else { return }
    if let link = links.first, let place = repository.location(readme, link.range) {
      return collector.add(.linked(link.name, more: links.count - 1 + shipped.count), at: place, symbol: "")
    }
    collector.add(.shipped(shipped[0], more: shipped.count - 1), at: reportingLocation, symbol: "")
  }

  /// Whether a file contains weights and is not a test fixture.
  private func isShipped(_ path: String) -> Bool {
    options.weights.contains(Paths.fileExtension(of: path))
      && !path.lowercased().split(separator: "/").contains { Self.asides.contains($0) }
  }

  private static let asides: Set<Substring> = [
    "test", "tests", "testdata", "test_data", "fixtures", "assets", "data", "third_party",
  ]

  /// Links to weights, with their file names.
  private func links(in text: SourceText) -> [(name: String, range: SourceRange)] {
    var result: [(String, SourceRange)] = []
    var start = 0
    while let found = text.bytes[start...].firstRange(of: "https://".utf8) {
      let end =
        text.bytes[found.upperBound...].firstIndex { $0 <= 0x20 || Self.closing.contains($0) } ?? text.bytes.count
      let address = String(decoding: text.bytes[found.lowerBound..<end], as: UTF8.self)
      if options.weights.contains(Paths.fileExtension(of: address)) {
        let range = SourceRange(start: UInt32(found.lowerBound), end: UInt32(end))
        // The same weights are linked again and again, in a table and in commands.
        let name = String(Paths.name(of: address))
        if !result.contains(where: { $0.0 == name }) { result.append((name, range)) }
      }
      start = end
    }
    return result
  }

  private static let closing: Set<UInt8> = Set(")]>\"'`|,?".utf8)

  private func tellsUse(_ repository: Repository) -> Bool {
    repository.paths.contains { path in
      let name = path.lowercased().filter { $0.isLetter || $0 == "." }
      if name.contains("modelcard") { return true }
      guard name.hasSuffix(".md") || name.hasSuffix(".rst"), let text = repository.text(of: path) else { return false }
      let words = String(decoding: text.bytes, as: UTF8.self).lowercased()
      return options.phrases.contains(where: words.contains)
    }
  }
}

extension Message {
  fileprivate static func linked(_ name: String, more: Int) -> Message {
    "the README links \(weights(name, more)) but no model card; document their intended use and limitations"
  }

  fileprivate static func shipped(_ path: String, more: Int) -> Message {
    "the repository contains \(weights(path, more)) but no model card; document their intended use and limitations"
  }

  private static func weights(_ name: String, _ more: Int) -> String {
    more == 0 ? "the weights '\(name)'" : "the weights '\(name)' and \(more) more"
  }
}
