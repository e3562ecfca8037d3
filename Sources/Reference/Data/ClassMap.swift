/// Class names from a CSV file such as `kmnist_classmap.csv`, with the columns index, codepoint and character.
public enum ClassMap {
  /// Reads the class names in index order.
  /// - Throws: `DataError` if a line is malformed or the indices are not 0, 1, 2, ...
  public static func read(from path: FilePath) throws(DataError) -> [String] {
    let bytes = try ByteArray.contents(of: path, limit: 1 << 20)
    return try decode(String(decoding: bytes, as: UTF8.self), path: path.string)
  }

  /// Decodes the text of a class map.
  /// - Parameters:
  ///   - text: a header line and one line per class.
  ///   - path: the file's name in errors.
  public static func decode(_ text: String, path: String) throws(DataError) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.first?.hasSuffix("index,codepoint,char") == true else {
      throw DataError(path, .invalidClassMap(line: 1, reason: "found '\(lines.first ?? "")'"))
    }
    var names: [String] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let columns = line.split(separator: ",", omittingEmptySubsequences: false)
      guard columns.count == 3, !columns[2].isEmpty else {
        throw DataError(path, .invalidClassMap(line: number + 1, reason: "found '\(line)'"))
      }
      guard Int(columns[0]) == names.count else {
        let reason = "expected index \(names.count), found '\(columns[0])'"
        throw DataError(path, .invalidClassMap(line: number + 1, reason: reason))
      }
      names.append(String(columns[2]))
    }
    guard !names.isEmpty else { throw DataError(path, .invalidClassMap(line: 2, reason: "found no classes")) }
    return names
  }
}
