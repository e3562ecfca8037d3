import LintModel
import LintRuleKit
import LintSourceText

/// The files that commands name and the repository lacks: however many commands name one, it is one flaw.
struct MissingFiles {
  private var places: [String: [Location]] = [:]
  private var meant: [String: String] = [:]

  mutating func add(_ path: String, _ meant: String?, at location: Location) {
    places[path, default: []].append(location)
    if let meant { self.meant[path] = meant }
  }

  func report(to collector: inout FindingCollector) {
    for (path, places) in places.sorted(by: { $0.key < $1.key }) {
      collector.add(
        .missing(path, meant: meant[path]), at: places[0], symbol: path,
        related: places.dropFirst().map { Evidence("also here", at: $0) },
        count: places.count > 1 ? places.count : nil)
    }
  }
}

extension Message {
  fileprivate static func missing(_ path: String, meant: String?) -> Message {
    let kind = path.hasSuffix(".py") ? "script" : "file"
    let advice = meant.map { "did you mean '\($0)'?" } ?? "update the command"
    return "the \(kind) '\(path)' does not exist; \(advice)"
  }
}
