import LintModel
import LintRuleKit
import LintSourceText

/// Gathers a rule's findings in one file, so that copies of a check become one finding with all their places.
struct ErrorCopies {
  private struct Copy {
    var range: SourceRange
    var owner: Int?
    var fix: Fix?
  }

  private var order: [String] = []
  private var copies: [String: [Copy]] = [:]
  private var messages: [String: Message] = [:]

  /// - Parameters:
  ///   - text: What the error says; only errors that say the same are copies.
  ///   - kind: What else copies have in common.
  mutating func add(_ message: Message, at text: MessageTemplate, of owner: Int?, fix: Fix? = nil, kind: String = "") {
    let key = "\(message.text)\n\(kind)\n\(text.plain)\n\(text.values.joined(separator: ","))"
    if copies[key] == nil {
      order.append(key)
      messages[key] = message
    }
    copies[key, default: []].append(Copy(range: text.range, owner: owner, fix: fix))
  }

  func report(in file: SourceFile, to collector: inout FindingCollector) {
    for key in order {
      guard let message = messages[key], let all = copies[key], let first = all.first else { continue }
      let fixes = all.compactMap(\.fix)
      var fix = first.fix
      if all.count > 1 { fix = fixes.count == all.count ? Self.joined(fixes) : nil }
      collector.add(
        all.count > 1 ? "\(message.text) (\(all.count) copies in this file)" : message, at: first.range, in: file,
        of: first.owner,
        related: all.dropFirst().map {
          Evidence("the same message", at: Location(path: file.reference.path, range: $0.range))
        },
        fix: fix, count: all.count > 1 ? all.count : nil)
    }
  }

  /// The same for a rule that judges all files.
  func facts(in file: SourceFile) -> [CopiedError] {
    order.compactMap { key in
      guard let message = messages[key], let all = copies[key], let first = all.first else { return nil }
      let fixes = all.compactMap(\.fix)
      return CopiedError(
        message: message, key: key, ranges: all.map(\.range), symbol: file.symbol(of: first.owner),
        fix: fixes.count == all.count ? Self.joined(fixes) : nil)
    }
  }

  private static func joined(_ fixes: [Fix]) -> Fix? {
    fixes.first.map { Fix($0.title, isSafe: $0.isSafe, edits: fixes.flatMap(\.edits)) }
  }
}
