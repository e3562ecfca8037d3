import LintSerialization
import LintSourceText

/// Intended changes, each with its reason: `mllint-api-accepted.yml`.
package struct ApiAcceptance: Sendable {
  package static let fileName = "mllint-api-accepted.yml"

  /// One accepted change.
  package struct Entry: Sendable, Codable {
    /// The kind of change: `parameter-removed`.
    package var change: String
    /// The path of the changed symbol; a trailing `*` matches everything below it.
    package var symbol: String
    /// The parameter or base that the change is about; nil for any.
    package var detail: String?
    /// The new state, as written; nil accepts any. A later change of the same symbol needs a new entry.
    package var now: String?
    package var reason: String
    /// The entry's location: `mllint-api-accepted.yml:3:5`.
    package var mark: String
    package var line: Int
    package var range: SourceRange
  }

  package var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  private struct File: Decodable {
    var accepted: [Item]
  }

  private struct Item: Decodable {
    var change: Located<ApiChange.Kind>
    var symbol: String
    var detail: String?
    var now: String?
    var reason: Located<String>
  }

  /// Reads the file; an unknown key, an unknown kind of change and an empty reason are errors with a position.
  package static func decode(_ bytes: [UInt8], path: String) throws(YAMLError) -> ApiAcceptance {
    let node = try YAMLNode.parse(bytes, path: path)
    if node.scalar?.value == .null { return ApiAcceptance() }
    let file: File = try StrictDecoder.decode(from: node)
    let lines = LineRanges(bytes)
    var entries: [Entry] = []
    for item in file.accepted {
      guard !item.reason.value.allSatisfy(\.isWhitespace) else {
        throw YAMLError(
          at: item.reason.mark, "the reason is empty", advice: "say why the change is worth breaking callers")
      }
      entries.append(
        Entry(
          change: item.change.value.rawValue, symbol: item.symbol, detail: item.detail, now: item.now,
          reason: ApiSignature.oneLine(item.reason.value), mark: item.change.mark.description,
          line: item.change.mark.line, range: lines[item.change.mark.line]))
    }
    return ApiAcceptance(entries)
  }

  /// Splits changes into open and accepted ones, and finds entries that match none: those that the new state
  /// contradicts are stale, the others merely unused.
  package func judge(
    _ changes: [ApiChange], in new: ApiOutline
  ) -> (open: [ApiChange], accepted: [(change: ApiChange, reason: String)], stale: [Entry], unused: [Entry]) {
    var open: [ApiChange] = []
    var accepted: [(change: ApiChange, reason: String)] = []
    var used: Set<Int> = []
    for change in changes {
      if let index = entries.firstIndex(where: { $0.covers(change) }) {
        used.insert(index)
        accepted.append((change, entries[index].reason))
      } else {
        open.append(change)
      }
    }
    let rest = entries.indices.filter { !used.contains($0) }.map { entries[$0] }
    return (open, accepted, rest.filter { $0.isUndone(in: new) }, rest.filter { !$0.isUndone(in: new) })
  }

  /// The text of the file without some of its entries.
  package static func text(_ text: String, without entries: [Entry]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func isStart(_ line: String) -> Bool { line.trimmed.hasPrefix("- ") }
    for entry in entries.sorted(by: { $0.line > $1.line }) {
      var start = min(entry.line - 1, lines.count - 1)
      while start > 0, !isStart(lines[start]) { start -= 1 }
      var end = start + 1
      // The comment before the next entry is that entry's.
      while end < lines.count, lines[end].hasPrefix(" "), !isStart(lines[end]), !lines[end].trimmed.hasPrefix("#") {
        end += 1
      }
      lines.removeSubrange(start..<end)
    }
    let rest = lines.joined(separator: "\n")
    return lines.contains(where: isStart) ? rest : rest.replacing("accepted:\n", with: "accepted: []\n")
  }

  /// The text of new entries, for appending to the file.
  package static func text(for changes: [ApiChange], reason: String) -> String {
    changes.map { change in
      var text = "  - change: \(change.kind.rawValue)\n    symbol: \(quoted(change.symbol))\n"
      if let detail = change.detail { text += "    detail: \(quoted(detail))\n" }
      if let after = change.after, change.kind != .added { text += "    now: \(quoted(after))\n" }
      return text + "    reason: \(quoted(reason))\n"
    }.joined()
  }

  /// A text as JSON writes it, which YAML reads.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter(isPretty: false)
    writer.string(ApiSignature.oneLine(text))
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension ApiAcceptance.Entry {
  func covers(_ change: ApiChange) -> Bool {
    guard self.change == change.kind.rawValue else { return false }
    if symbol.hasSuffix("*") {
      guard change.symbol.hasPrefix(symbol.dropLast()) else { return false }
    } else if symbol != change.symbol {
      return false
    }
    if let detail, detail != change.detail { return false }
    if let now, now != change.after.map(ApiSignature.oneLine) { return false }
    return true
  }
}
