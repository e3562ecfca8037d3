import Foundation

/// An object of a file of a run, whose fields are taken out by key, with complaints that name the file and the line.
///
/// A field that is missing or null is nil: runs of other versions, and runs that are not finished, are reported too.
struct RunFile {
  /// The file, as messages name it.
  let path: String
  /// The line on which the object begins.
  let line: Int
  let fields: [String: LocatedJSON]

  /// The largest number that counts anything in a run, which a Double still holds exactly.
  static let largestCount = 1_000_000_000_000_000
  /// The largest count of images; sums of a matrix of them stay far from overflow.
  private static let largestImageCount = 1_000_000_000

  /// The bytes of `name` in `folder`; nil if there is no such file.
  static func bytes(of name: String, in folder: URL) throws(ReportError) -> [UInt8]? {
    let url = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw .unreadable(path: url.relativePath, reason: error.localizedDescription)
    }
  }

  /// The value of the whole file `name`; nil if there is no such file.
  static func value(of name: String, in folder: URL) throws(ReportError) -> LocatedJSON? {
    guard let bytes = try bytes(of: name, in: folder) else { return nil }
    return try parse(bytes, path: folder.appending(path: name).relativePath)
  }

  static func parse(_ bytes: [UInt8], path: String, line: Int = 1) throws(ReportError) -> LocatedJSON {
    do {
      return try JSONParser.parse(bytes, line: line)
    } catch {
      throw .notJSON(
        path: path, line: error.line, column: error.column, expected: error.expected, found: error.found)
    }
  }

  /// - Parameter key: what the value is called in messages if it is no object.
  init(_ value: LocatedJSON, path: String, key: String) throws(ReportError) {
    guard case .object(let fields) = value.content else {
      throw .wrongValue(path: path, line: value.line, key: key, expected: "an object", found: value.summary)
    }
    self.path = path
    line = value.line
    self.fields = fields
  }

  func text(_ key: String) throws(ReportError) -> String? {
    guard let value = present(key) else { return nil }
    guard case .string(let text) = value.content else { throw wrong(key, value, "a text") }
    return text
  }

  /// Any number; NaN and infinities are handed on, since a run that diverged is worth a report.
  func number(_ key: String) throws(ReportError) -> Double? {
    guard let value = present(key) else { return nil }
    guard case .number(let number, _) = value.content else { throw wrong(key, value, "a number") }
    return number
  }

  /// A number of 0 ... 1.
  func fraction(_ key: String) throws(ReportError) -> Double? {
    guard let value = present(key) else { return nil }
    guard case .number(let number, _) = value.content, (0...1).contains(number) else {
      throw wrong(key, value, "a fraction from 0 to 1")
    }
    return number
  }

  func count(_ key: String) throws(ReportError) -> Int? {
    guard let value = present(key) else { return nil }
    return try count(value, key, upTo: Self.largestCount)
  }

  func texts(_ key: String) throws(ReportError) -> [String]? {
    try array(key)?.map { value throws(ReportError) in
      guard case .string(let text) = value.content else { throw wrong(key, value, "an array of texts") }
      return text
    }
  }

  /// Rows of counts.
  func matrix(_ key: String) throws(ReportError) -> [[Int]]? {
    try array(key)?.map { row throws(ReportError) in
      guard case .array(let items) = row.content else { throw wrong(key, row, "rows of counts") }
      return try items.map { item throws(ReportError) in try count(item, key, upTo: Self.largestImageCount) }
    }
  }

  /// The value of a key that has to be there.
  func required<Value>(
    _ key: String, _ expected: String, _ read: (String) throws(ReportError) -> Value?
  ) throws(ReportError) -> Value {
    guard let value = try read(key) else {
      throw .wrongValue(path: path, line: line, key: key, expected: expected, found: "nothing")
    }
    return value
  }

  private func array(_ key: String) throws(ReportError) -> [LocatedJSON]? {
    guard let value = present(key) else { return nil }
    guard case .array(let items) = value.content else { throw wrong(key, value, "an array") }
    return items
  }

  private func count(_ value: LocatedJSON, _ key: String, upTo limit: Int) throws(ReportError) -> Int {
    guard case .number(let number, _) = value.content, let count = Int(exactly: number), (0...limit).contains(count)
    else { throw wrong(key, value, "a whole number from 0 to \(Figures.count(limit))") }
    return count
  }

  private func present(_ key: String) -> LocatedJSON? {
    guard let value = fields[key] else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  /// The complaint that the value of `key` is not what was expected.
  func wrong(_ key: String, _ value: LocatedJSON, _ expected: String) -> ReportError {
    .wrongValue(path: path, line: value.line, key: key, expected: expected, found: value.summary)
  }
}
