import Lint

/// The keys of a YAML file, line by line, as far as rules about names need them.
enum ConfigurationKeys {
  static func all(in file: SourceFile) -> [Name] {
    var keys: [Name] = []
    var start = 0
    let bytes = file.text.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let key = key(of: bytes[start..<end]) { keys.append(key) }
      start = end + 1
    }
    return keys
  }

  /// `  - name: value` has the key `name`.
  private static func key(of line: ArraySlice<UInt8>) -> Name? {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = text[..<colon]
    let next = colon + 1 < line.endIndex ? line[colon + 1] : UInt8(ascii: " ")
    guard !key.isEmpty, next <= 0x20, key.allSatisfy(isWord) else { return nil }
    return Name(
      String(decoding: key, as: UTF8.self), at: SourceRange(start: UInt32(key.startIndex), end: UInt32(colon)))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
