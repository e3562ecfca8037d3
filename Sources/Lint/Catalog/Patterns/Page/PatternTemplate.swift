import LintSerialization
import LintSourceText

/// A message with placeholders: `'{callee}' has no {argument}`. `{{` and `}}` are literal braces.
struct PatternTemplate: Sendable {
  private enum Part: Sendable {
    case text(String)
    case hole(String)
  }

  private var parts: [Part] = []

  /// - Parameter known: The holes that can be filled.
  init(_ message: Located<String>, known: [String]) throws(YAMLError) {
    var text = ""
    var rest = message.value[...]
    while let sign = rest.popFirst() {
      guard sign == "{" || sign == "}" else {
        text.append(sign)
        continue
      }
      if rest.first == sign {
        rest.removeFirst()
        text.append(sign)
        continue
      }
      guard sign == "{", let close = rest.firstIndex(of: "}") else {
        throw YAMLError(
          at: message.mark, "unbalanced '\(sign)' in the message; write '\(sign)\(sign)' for the character")
      }
      let name = String(rest[..<close])
      guard known.contains(name) else {
        throw YAMLError(
          at: message.mark, "unknown placeholder '{\(name)}'",
          advice: Suggestion.nearest(to: name, among: known).map { "did you mean '{\($0)}'?" }
            ?? "known placeholders: \(known.map { "{\($0)}" }.joined(separator: ", "))")
      }
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
      parts.append(.hole(name))
      rest = rest[rest.index(after: close)...]
    }
    if !text.isEmpty { parts.append(.text(text)) }
  }

  func filled(_ value: (String) -> String) -> String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .text(let text): result += text
      case .hole(let name): result += value(name)
      }
    }
  }
}
