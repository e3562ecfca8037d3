/// JSON (RFC 8259) fragments, for files whose key order or non-finite numbers JSONEncoder cannot write.
enum JSONText {
  /// A quoted string.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A number, without decimals if it is integral. NaN and infinities are written like Python's json module does.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
