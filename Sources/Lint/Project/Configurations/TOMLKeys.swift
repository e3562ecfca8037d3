import LintSourceText

/// Reads the keys of a TOML file for what they are called, line by line: whatever else is there is passed by.
enum TOMLKeys {
  static func read(_ bytes: [UInt8]) -> [ConfigurationKey] {
    var keys: [ConfigurationKey] = []
    var table: Int?
    var closing: StaticString?
    var start = 0
    while start < bytes.count, keys.count < ConfigurationKind.maximumKeys {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      if let mark = closing {
        if Bytes.find(mark, in: line) != nil { closing = nil }
        continue
      }
      let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if content.first == UInt8(ascii: "[") {
        let name = content.drop { $0 == UInt8(ascii: "[") }.prefix { $0 != UInt8(ascii: "]") }
        table = keys.count
        keys.append(ConfigurationKey(name: self.name(name), parent: nil, value: .mapping))
      } else if let equals = content.firstIndex(of: UInt8(ascii: "=")), content.first.map(isKey) == true {
        var value = content[(equals + 1)...]
        value = value.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        keys.append(
          ConfigurationKey(name: name(content[..<equals]), parent: table, value: Self.value(value)))
        for mark in ["\"\"\"", "'''"] as [StaticString] where opens(mark, in: value) { closing = mark }
      }
    }
    return keys
  }

  /// Whether a text of several lines begins here and does not end.
  private static func opens(_ mark: StaticString, in value: ArraySlice<UInt8>) -> Bool {
    guard let first = Bytes.find(mark, in: value) else { return false }
    return Bytes.find(mark, in: value[(first + 3)...]) == nil
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
  }

  /// The last part of a dotted key.
  private static func name(_ bytes: ArraySlice<UInt8>) -> Name {
    var part = bytes
    while let last = part.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { part.removeLast() }
    if let dot = part.lastIndex(of: UInt8(ascii: ".")) { part = part[(dot + 1)...] }
    return Name(
      String(decoding: part, as: UTF8.self),
      at: SourceRange(start: UInt32(part.startIndex), end: UInt32(part.endIndex)))
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> ConfigurationKey.Value {
    switch bytes.first {
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "{"): return .mapping
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .scalar("\"\"")
    default: break
    }
    let word = String(decoding: bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: "#") }, as: UTF8.self)
    switch word {
    case "true": return .scalar("True")
    case "false": return .scalar("False")
    default: return .scalar(Double(word.replacing("_", with: "")) != nil ? word : nil)
    }
  }
}
