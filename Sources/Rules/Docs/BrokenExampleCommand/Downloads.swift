import LintSourceText

/// What a document tells its readers to clone and to download: its commands may be about that.
struct Downloads {
  /// The names of the repositories, in lower case; empty where one is not literal.
  private var clones: Set<String> = []
  private var takesCode = false

  init(_ bytes: [UInt8]) {
    Self.lines(after: "git clone", in: bytes) { line in
      let target = line.split { $0 == " " || $0 == "`" || $0 == ")" }.first { $0.contains("/") || $0.contains(":") }
      let name = target?.split { $0 == "/" || $0 == ":" }.last
      clones.insert(name.map { OwnRepository.bare($0).lowercased() } ?? "")
      return true
    }
    for fetch: StaticString in ["wget ", "curl ", "pip install git"] where !takesCode {
      Self.lines(after: fetch, in: bytes) { line in
        takesCode = [".py", ".zip", ".tar", ".tgz", "github.com"].contains { line.contains($0) }
        return !takesCode
      }
    }
  }

  /// Whether any of it is from elsewhere.
  func isElsewhere(_ own: OwnRepository) -> Bool { takesCode || !clones.isSubset(of: own.names) }

  /// What follows a text on its lines, as long as `body` wants more.
  private static func lines(after text: StaticString, in bytes: [UInt8], _ body: (String) -> Bool) {
    var start = 0
    while let found = Bytes.find(text, in: bytes[start...]) {
      start = found + text.utf8CodeUnitCount
      guard
        body(
          String(
            decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self))
      else { return }
    }
  }
}
