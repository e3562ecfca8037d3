import LintSerialization

/// The changes between two APIs, which of them are accepted, and the change in size.
package struct ApiDiff: Sendable {
  package var changes: [ApiChange]
  package var accepted: [(change: ApiChange, reason: String)]
  /// Accepted changes that are none.
  package var stale: [ApiAcceptance.Entry]
  package var oldName: String
  package var newName: String
  package var oldSize: ApiOutline.Size
  package var newSize: ApiOutline.Size

  package init(
    from old: ApiOutline, named oldName: String, to new: ApiOutline, named newName: String,
    accepting acceptance: ApiAcceptance
  ) {
    let judged = acceptance.judge(ApiComparison.changes(from: old, to: new))
    changes = judged.open
    accepted = judged.accepted
    stale = judged.stale
    self.oldName = oldName
    self.newName = newName
    oldSize = old.size
    newSize = new.size
  }

  package func count(_ effect: ApiChange.Effect) -> Int { changes.count { $0.effect == effect } }

  /// Whether there is an unaccepted change at or above an effect.
  package func fails(at effect: ApiChange.Effect) -> Bool { changes.contains { $0.effect >= effect } }
}

/// Writes a comparison as text, JSON or Markdown.
package struct ApiDiffReport {
  private let diff: ApiDiff
  /// Whether additions are listed, and not only counted.
  private let listsAll: Bool

  package init(_ diff: ApiDiff, listsAll: Bool = false) {
    self.diff = diff
    self.listsAll = listsAll
  }

  package func text() -> String {
    var text = ""
    for change in diff.changes where listsAll || change.effect != .extends {
      text += "\(change.effect.rawValue)[\(change.kind.rawValue)] \(change.symbol): \(change.message)\n"
      text += side("before", change.oldPlace, change.before) + side("after", change.newPlace, change.after)
    }
    for entry in diff.stale {
      text += "stale: \(entry.mark): the accepted change '\(entry.change)' of '\(entry.symbol)' matches no difference; "
      text += "remove the entry\n"
    }
    return text + summary
  }

  private func side(_ label: String, _ place: ApiPlace?, _ text: String?) -> String {
    guard place != nil || text != nil else { return "" }
    let padding = String(repeating: " ", count: 7 - label.count)
    let position = place.map { $0.text } ?? "-"
    return "  \(label)\(padding)\(position)" + (text.map { "  \(ApiSignature.oneLine($0))" } ?? "") + "\n"
  }

  private var summary: String {
    let (breaks, alters, extends) = (diff.count(.breaks), diff.count(.alters), diff.count(.extends))
    var text = "\(diff.oldName) -> \(diff.newName): \(breaks) breaking, \(alters) behavior-changing, "
    text += "\(extends) additive"
    if !diff.accepted.isEmpty { text += "; \(diff.accepted.count) accepted" }
    let (old, new) = (diff.oldSize, diff.newSize)
    text += "\nsurface: \(old.names) -> \(new.names) names, \(old.parameters) -> \(new.parameters) parameters\n"
    return text
  }

  package func markdown() -> String {
    var text = "# API changes from \(diff.oldName) to \(diff.newName)\n"
    let titles: [(ApiChange.Effect, String)] = [
      (.breaks, "Breaking"), (.alters, "Changed"), (.extends, "Added"),
    ]
    for (effect, title) in titles {
      let changes = diff.changes.filter { $0.effect == effect }
      guard !changes.isEmpty else { continue }
      text += "\n## \(title)\n\n"
      for change in changes { text += item(change) }
    }
    if !diff.accepted.isEmpty {
      text += "\n## Accepted\n\n"
      for (change, reason) in diff.accepted { text += "- \(code(change.message)). \(reason)\n" }
    }
    let (old, new) = (diff.oldSize, diff.newSize)
    text += "\nThe API went from \(old.names) to \(new.names) names and from \(old.parameters) to \(new.parameters) "
    return text + "parameters.\n"
  }

  private func item(_ change: ApiChange) -> String {
    var text = "- \(code(change.message))"
    switch (change.before, change.after) {
    case (let before?, let after?) where change.effect != .extends:
      text += ": `\(ApiSignature.oneLine(before))` before, `\(ApiSignature.oneLine(after))` now"
    case (nil, let after?): text += ": `\(ApiSignature.oneLine(after))`"
    default: break
    }
    return text + "\n"
  }

  /// Names between single quotes as code.
  private func code(_ message: String) -> String {
    message.replacing("'**", with: "`**").split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .map { $0 > 0 ? "`\($1)" : String($1) }.joined()
  }

  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.key("accepted")
      object.array(diff.accepted) { writer, item in
        Self.write(item.change, reason: item.reason, to: &writer)
      }
      object.key("changes")
      object.array(diff.changes) { Self.write($1, reason: nil, to: &$0) }
      object.key("new", diff.newName)
      object.key("old", diff.oldName)
      object.key("stale")
      object.array(diff.stale) { writer, entry in
        writer.object {
          $0.key("change", entry.change)
          $0.key("detail", entry.detail)
          $0.key("symbol", entry.symbol)
        }
      }
      object.key("summary")
      object.object {
        $0.key("alters", diff.count(.alters))
        $0.key("breaks", diff.count(.breaks))
        $0.key("extends", diff.count(.extends))
        $0.key("names", [diff.oldSize.names, diff.newSize.names].map(String.init))
        $0.key("parameters", [diff.oldSize.parameters, diff.newSize.parameters].map(String.init))
      }
      object.key("version", 1)
    }
    return writer.finish()
  }

  private static func write(_ change: ApiChange, reason: String?, to writer: inout JSONWriter) {
    writer.object { object in
      write("after", change.after, change.newPlace, to: &object)
      write("before", change.before, change.oldPlace, to: &object)
      object.key("count", change.count)
      object.key("detail", change.detail)
      object.key("effect", change.effect.rawValue)
      object.key("kind", change.kind.rawValue)
      object.key("message", change.message)
      if let reason { object.key("reason", reason) }
      object.key("symbol", change.symbol)
    }
  }

  private static func write(_ key: String, _ text: String?, _ place: ApiPlace?, to writer: inout JSONWriter) {
    writer.key(key)
    guard text != nil || place != nil else { return writer.null() }
    writer.object { side in
      side.key("line", place.map(\.line))
      side.key("path", place.map(\.path))
      side.key("text", text)
    }
  }
}

extension ApiOutline.Size {
  /// All names that a caller can write.
  package var names: Int { functions + types + members + constants }
}
