extension YAMLNode {
  /// The value on one line of YAML, which reads back as the same value.
  package var flow: String {
    switch content {
    case .scalar(let scalar): scalar.flow
    case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\(YAMLScalar.text($0.key).flow): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }
}

extension YAMLScalar {
  /// A scalar that is read back as a string, whatever it looks like: `text("true")` is not a boolean.
  package static func text(_ text: String) -> YAMLScalar { YAMLScalar(text, style: .doubleQuoted) }

  fileprivate var flow: String {
    guard case .string = value else { return text }
    let isPlain =
      !text.isEmpty && YAMLScalar(text).value == .string(text)
      && text.utf8.allSatisfy { byte in
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || "_-./".utf8.contains(byte)
      } && !text.hasPrefix("-") && !["yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let control where control.value < 0x20 || control.value == 0x7F:
        quoted += "\\x" + (control.value < 16 ? "0" : "") + String(control.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
