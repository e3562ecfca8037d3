import Foundation

/// The names of classes, from a CSV file such as `kmnist_classmap.csv`: index, codepoint, character.
public enum ClassMap {
  /// Reads the names in the order of their indices.
  /// - Throws: `DataError` where a line has other columns, or where the indices are not 0, 1, 2, ...
  public static func read(from file: URL) throws(DataError) -> [String] {
    let bytes = try ByteArray.contents(of: file, limit: 1 << 20)
    return try decode(String(decoding: bytes, as: UTF8.self), path: file.path)
  }

  /// Reads the names from the text of such a file.
  /// - Parameters:
  ///   - text: a header and one line a class.
  ///   - path: what to call the file in errors.
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
        let reason = "expected the index \(names.count), found '\(columns[0])'"
        throw DataError(path, .invalidClassMap(line: number + 1, reason: reason))
      }
      names.append(String(columns[2]))
    }
    guard !names.isEmpty else { throw DataError(path, .invalidClassMap(line: 2, reason: "found no class")) }
    return names
  }
}
