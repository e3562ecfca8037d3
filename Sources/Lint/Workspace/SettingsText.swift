import LintSerialization
import LintSourceText

extension Settings {
  /// Decodes `mllint.yml`, or the `[tool.mllint]` table of a file that ends in `.toml`.
  package static func decode(_ bytes: [UInt8], path: String) throws(YAMLError) -> Settings {
    guard Paths.fileExtension(of: path) == "toml" else { return try decode(YAMLNode.parse(bytes, path: path)) }
    return try TOML.table(of: "mllint", in: bytes, path: path).map(decode) ?? Settings()
  }

  /// Decodes one `key=value` of the command line; a dot in the key goes one mapping down:
  /// `rules.missing-space.severity=error`.
  package static func decode(assignment: String) throws(YAMLError) -> Settings {
    let mark = Mark(path: "--config", line: 1, column: 1)
    guard let sign = assignment.firstIndex(of: "="), sign != assignment.startIndex else {
      throw YAMLError(at: mark, "wrong kind of value", expected: "key=value or a file", found: "'\(assignment)'")
    }
    let value = try YAMLNode.parse(String(assignment[assignment.index(after: sign)...]), path: "--config")
    let keys = assignment[..<sign].split(separator: ".", omittingEmptySubsequences: false)
    return try decode(
      keys.reversed().reduce(value) { node, key in
        YAMLNode(.mapping([YAMLPair(key: String(key), keyMark: mark, value: node)]), at: mark)
      })
  }

  private static func decode(_ node: YAMLNode) throws(YAMLError) -> Settings {
    // An empty file, or one of comments alone, sets nothing.
    if node.scalar?.value == .null { return Settings() }
    if let foreign = node["rules"]?.pairs?.first(where: { $0.key == "disabled" && $0.value.items != nil }) {
      throw YAMLError(
        at: foreign.keyMark, "'disabled' under 'rules' is a setting of another tool named mllint (bvobart/mllint)",
        advice: "to disable rules here, write 'ignore: [rule, ...]'")
    }
    return try StrictDecoder.decode(from: node)
  }
}
