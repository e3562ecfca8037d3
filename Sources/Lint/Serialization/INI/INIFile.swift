/// A configuration file in the format of Python's `configparser`: `[section]`, `key = value`, values that continue in
/// indented lines.
package struct INIFile {
  /// By section and key the lines of each value, spaces around them and empty ones left out.
  package private(set) var sections: [String: [String: [String]]] = [:]

  package init(_ bytes: [UInt8]) {
    var section = ""
    var key: String?
    let text = String(decoding: bytes, as: UTF8.self)
    for raw in text.split(whereSeparator: \.isNewline) {
      let content = raw.trimmed
      if content.isEmpty || content.hasPrefix("#") || content.hasPrefix(";") { continue }
      if raw.first?.isWhitespace == true, let key {
        sections[section]?[key]?.append(content)
      } else if content.hasPrefix("["), let end = content.firstIndex(of: "]") {
        section = String(content[content.index(after: content.startIndex)..<end])
        key = nil
      } else {
        let sign = content.firstIndex { $0 == "=" || $0 == ":" } ?? content.endIndex
        let name = content[..<sign].trimmed
        let value = content[sign...].dropFirst().trimmed
        sections[section, default: [:]][name] = value.isEmpty ? [] : [value]
        key = name
      }
    }
  }
}
