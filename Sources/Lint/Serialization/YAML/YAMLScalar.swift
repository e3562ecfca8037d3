/// A single value, resolved by the core schema of YAML 1.2: `yes`, `on` and `off` are strings, `0o17` is a number.
package struct YAMLScalar: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
  }

  package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// As written, escapes decoded.
  package var text: String
  package var style: Style
  package var value: Value

  /// Resolves a text: only plain scalars can be something else than a string.
  package init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
    value = style == .plain ? Self.resolve(text) : .string(text)
  }

  package init(_ text: String, style: Style = .plain, value: Value) {
    self.text = text
    self.style = style
    self.value = value
  }

  var kind: String {
    switch value {
    case .null: "nothing"
    case .bool: "the boolean \(text)"
    case .int, .float: "the number \(text)"
    case .string: "the text '\(text.count > 40 ? text.prefix(40) + "…" : text[...])'"
    }
  }

  private static func resolve(_ text: String) -> Value {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    default: return number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> Value? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isDigit(first) || "+-.".utf8.contains(first) else { return nil }
    if text.hasPrefix("0o"), bytes.count > 2 { return Int(text.dropFirst(2), radix: 8).map { .int($0) } }
    if text.hasPrefix("0x"), bytes.count > 2 { return Int(text.dropFirst(2), radix: 16).map { .int($0) } }
    let unsigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    if [".inf", ".Inf", ".INF"].contains(String(decoding: unsigned, as: UTF8.self)) {
      return .float(first == UInt8(ascii: "-") ? -.infinity : .infinity)
    }
    if !unsigned.isEmpty, unsigned.allSatisfy(isDigit), let value = Int(text) { return .int(value) }
    return isFloat(unsigned) ? Double(text).map { .float($0) } : nil
  }

  /// `(\. digits | digits (\. digits?)?) ([eE] [-+]? digits)?`
  private static func isFloat(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    guard let next = rest.first else { return true }
    guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
