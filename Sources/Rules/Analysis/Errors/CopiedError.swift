import LintModel
import LintRuleKit
import LintSourceText

/// A flaw of an error message, with its copies in one file.
struct CopiedError: Sendable {
  var message: Message
  /// What the error says; only errors that say the same are copies.
  var key: String
  var ranges: [SourceRange]
  var symbol: String
  var fix: Fix?

  /// One finding for each flaw, with the copies in all files of the project.
  static func report(_ facts: [FileFacts<CopiedError>], to collector: inout FindingCollector) {
    var order: [String] = []
    var copies: [String: [(file: FileReference, error: CopiedError)]] = [:]
    for file in facts {
      for error in file.facts {
        let key = "\(error.message.text)\n\(error.key)"
        if copies[key] == nil { order.append(key) }
        copies[key, default: []].append((file.file, error))
      }
    }
    for key in order {
      guard let all = copies[key], let first = all.first else { continue }
      let places = all.flatMap { copy in copy.error.ranges.map { Location(path: copy.file.path, range: $0) } }
      let message = first.error.message
      let note = all.count > 1 ? "\(places.count) copies in \(all.count) files" : "\(places.count) copies in this file"
      collector.add(
        places.count > 1 ? "\(message.text) (\(note))" : message, at: places[0], symbol: first.error.symbol,
        related: places.dropFirst().map { Evidence("the same message", at: $0) },
        // An edit changes one file.
        fix: all.count > 1 ? nil : first.error.fix, count: places.count > 1 ? places.count : nil)
    }
  }
}
