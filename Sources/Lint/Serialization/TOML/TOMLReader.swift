import TOMLKit

/// Reads a tool's table, `[tool.mllint]`, of a `pyproject.toml` into the tree that YAML is read into.
package enum TOMLReader {
  /// The table; nil where the file has none. A file that does not name the tool is not even parsed: what is wrong with
  /// the rest of it is not ours to say.
  package static func table(_ bytes: [UInt8], path: String, of tool: String = "mllint") throws(YAMLError) -> YAMLNode? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains(tool) else { return nil }
    let document: TOMLTable
    do {
      document = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let mark = Mark(path: path, line: error.source.begin.line, column: error.source.begin.column)
      throw YAMLError(at: mark, "this is not TOML: \(error.description)")
    } catch {
      throw YAMLError(at: Mark(path: path, line: 1, column: 1), "this is not TOML: \(error)")
    }
    guard let table = document["tool"]?.table?[tool]?.table else { return nil }
    return node(table, at: ["tool", tool], TOMLMarks(text, path: path))
  }

  private static func node(_ table: TOMLTable, at path: [String], _ marks: TOMLMarks) -> YAMLNode {
    let pairs = table.keys.compactMap { key -> YAMLPair? in
      guard let value = table[key] else { return nil }
      return YAMLPair(key: key, keyMark: marks.key(path + [key]), value: node(value, at: path + [key], marks))
    }
    return YAMLNode(.mapping(pairs), at: marks.key(path))
  }

  private static func node(_ value: any TOMLValueConvertible, at path: [String], _ marks: TOMLMarks) -> YAMLNode {
    if let table = value.table { return node(table, at: path, marks) }
    let mark = marks.value(path)
    if let array = value.array { return YAMLNode(.sequence(array.map { node($0, at: path, marks) }), at: mark) }
    return YAMLNode(.scalar(scalar(value)), at: mark)
  }

  private static func scalar(_ value: any TOMLValueConvertible) -> YAMLScalar {
    switch value.type {
    case .bool: YAMLScalar(value.bool == true ? "true" : "false", value: .bool(value.bool == true))
    case .int: YAMLScalar("\(value.int ?? 0)", value: .int(value.int ?? 0))
    case .double: YAMLScalar("\(value.double ?? 0)", value: .float(value.double ?? 0))
    case .string: YAMLScalar(value.string ?? "", style: .doubleQuoted)
    // Nothing in a configuration takes a date or a time.
    default: YAMLScalar(value.debugDescription, style: .doubleQuoted)
    }
  }
}
