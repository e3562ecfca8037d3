import LintSourceText

/// Reads TOML 1.0 into the same tree as YAML, with the position of every key and value.
package enum TOML {
  /// Parses a document, which must be UTF-8; a byte order mark is skipped.
  ///
  /// Strings become quoted scalars, dates and times plain ones. More than 100 levels of nesting and more than 100,000 keys
  /// and values are errors.
  package static func parse(
    _ bytes: [UInt8], path: String, maximumValues: Int = 100_000
  ) throws(YAMLError) -> YAMLNode {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    try YAMLNode.requireUTF8(content, path: path)
    var parser = TOMLParser(TOMLCursor(content, path: path), maximumValues: maximumValues)
    return try parser.document()
  }

  /// The table of a tool, such as `[tool.mllint]`, in a `pyproject.toml`; nil if there is none. A file that does not
  /// mention the tool is not parsed, so its errors are left to other tools.
  package static func table(of tool: String, in bytes: [UInt8], path: String) throws(YAMLError) -> YAMLNode? {
    guard Bytes.find(Array(tool.utf8), in: bytes[...]) != nil else { return nil }
    let table = try parse(bytes, path: path)["tool"]?[tool]
    return table?.pairs == nil ? nil : table
  }
}
