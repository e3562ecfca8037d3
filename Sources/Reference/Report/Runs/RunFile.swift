/// A JSON object in a file of a run, with typed accessors whose errors name the file and line.
///
/// Missing and null values are nil, so that unfinished runs and runs of other versions can be reported.
struct RunFile {
  /// The path in error messages.
  let path: String
  /// The line where the object starts.
  let line: Int
  let fields: [String: LocatedJSON]

  /// The largest accepted count, which a Double represents exactly.
  static let maximumCount = 1_000_000_000_000_000
  /// The largest accepted number of images; sums over a confusion matrix cannot overflow.
  private static let maximumImageCount = 1_000_000_000

  /// The bytes of `name` in `directory`; nil if there is no such file.
  static func bytes(of name: String, in directory: FilePath) throws(ReportError) -> [UInt8]? {
    let path = directory.appending(name)
    guard path.exists else { return nil }
    do throws(FileError) {
      return try AtomicFile.read(path)
    } catch {
      throw .unreadable(path: path.string, reason: error.reason)
    }
  }

  /// The parsed contents of `name` in `directory`; nil if there is no such file.
  static func value(of name: String, in directory: FilePath) throws(ReportError) -> LocatedJSON? {
    guard let bytes = try bytes(of: name, in: directory) else { return nil }
    return try parse(bytes, path: directory.appending(name).string)
  }

  static func parse(_ bytes: [UInt8], path: String, line: Int = 1) throws(ReportError) -> LocatedJSON {
    do {
      return try JSONParser.parse(bytes, line: line)
    } catch {
      throw .notJSON(
        path: path, line: error.line, column: error.column, expected: error.expected, found: error.found)
    }
  }

  /// - Parameter key: the name of the value in the error if it is not an object.
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
    guard case .string(let text) = value.content else { throw wrong(key, value, "a string") }
    return text
  }

  /// Any number, including NaN and infinities, so that diverged runs can be reported.
  func number(_ key: String) throws(ReportError) -> Double? {
    guard let value = present(key) else { return nil }
    guard case .number(let number, _) = value.content else { throw wrong(key, value, "a number") }
    return number
  }

  /// A number from 0 to 1.
  func fraction(_ key: String) throws(ReportError) -> Double? {
    guard let value = present(key) else { return nil }
    guard case .number(let number, _) = value.content, (0...1).contains(number) else {
      throw wrong(key, value, "a fraction from 0 to 1")
    }
    return number
  }

  func count(_ key: String) throws(ReportError) -> Int? {
    guard let value = present(key) else { return nil }
    return try count(value, key, upTo: Self.maximumCount)
  }

  func texts(_ key: String) throws(ReportError) -> [String]? {
    try array(key)?.map { value throws(ReportError) in
      guard case .string(let text) = value.content else { throw wrong(key, value, "an array of strings") }
      return text
    }
  }

  /// A matrix of counts.
  func matrix(_ key: String) throws(ReportError) -> [[Int]]? {
    try array(key)?.map { row throws(ReportError) in
      guard case .array(let items) = row.content else { throw wrong(key, row, "rows of counts") }
      return try items.map { item throws(ReportError) in try count(item, key, upTo: Self.maximumImageCount) }
    }
  }

  /// The value of a required key.
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
    else { throw wrong(key, value, "an integer from 0 to \(NumberFormat.integer(limit))") }
    return count
  }

  private func present(_ key: String) -> LocatedJSON? {
    guard let value = fields[key] else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  /// The error that the value of `key` is not `expected`.
  func wrong(_ key: String, _ value: LocatedJSON, _ expected: String) -> ReportError {
    .wrongValue(path: path, line: value.line, key: key, expected: expected, found: value.summary)
  }
}
