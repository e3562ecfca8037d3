import Lint

/// A comment that silences another tool, read: which tool, whether it names what it silences, whether it says why.
struct ForeignSuppression {
  /// As people write it: `# noqa`.
  var form: String
  /// How it would name what it silences.
  var example: String
  /// Whether it names rules, and not all there are.
  var isSpecific: Bool
  /// A code that stands where the tool does not look for it: `E501` in `# noqa E501`.
  var strayCode: String?
  /// Whether the comment, or the one before it, has words beside it.
  var isExplained: Bool
  /// Whether it stands behind an import, which is unused, late or untyped, or at the end of a docstring, which has long
  /// lines: nothing else can be meant.
  var isObvious: Bool

  /// nil for a comment that silences nothing, such as a type in a comment.
  ///
  /// - Parameters:
  ///   - remark: From its sign to the comment's end.
  ///   - file: The file that it stands in.
  init?(_ remark: Remark, in file: SourceFile) {
    let text = file.text[remark.range]
    let signs: Set<Character> = ["#", "/", "*", " ", "\t"]
    let parts = text.split(separator: "#")
    let body = text.drop { signs.contains($0) }
    guard let marker = Marker(file.language == .swift ? body : Substring(parts.first ?? "").drop { $0 == " " }) else {
      return nil
    }
    form = (file.language == .swift ? "// " : "# ") + marker.name
    example = (file.language == .swift ? "// " : "# ") + marker.example
    isSpecific = marker.isSpecific
    isObvious = Self.isObvious(remark.range, in: file)
    strayCode = marker.strayCode
    let others = parts.dropFirst().filter { Marker($0.drop { $0 == " " }) == nil }
    isExplained =
      Self.isProse(marker.rest) || others.contains { Self.isProse($0) } || Self.hasProseBefore(remark.range, in: file)
  }

  private static func isObvious(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let code = bytes[start..<Int(range.start)].drop { $0 <= 0x20 }
    return code.starts(with: "import ".utf8) || code.starts(with: "from ".utf8)
      || code.starts(with: "\"\"\"".utf8)
  }

  /// Words, and not only signs or a code.
  private static func isProse(_ text: some StringProtocol) -> Bool {
    text.split { !$0.isLetter }.contains { $0.count > 2 }
  }

  /// Whether its own comment begins with words, or the line above is a comment of words.
  private static func hasProseBefore(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let sign = file.language == .swift ? "//" : "#"
    // Strings with a sign of a comment in them are rarer than reasons.
    let before = String(decoding: bytes[start..<Int(range.start)], as: UTF8.self)
    if let opening = before.range(ofLast: sign), isProse(before[opening...]), before[opening...].count > 3 {
      return true
    }
    guard start > 0 else { return false }
    var above = start - 1
    while above > 0, bytes[above - 1] != UInt8(ascii: "\n") { above -= 1 }
    let line = String(decoding: bytes[above..<(start - 1)], as: UTF8.self).drop(while: \.isWhitespace)
    return line.hasPrefix(sign) && isProse(line) && !["noqa", "type: ignore", "mllint:"].contains(where: line.contains)
  }
}

/// The part of a comment that a tool obeys.
private struct Marker {
  var name: String
  var example: String
  var isSpecific: Bool
  var strayCode: String?
  /// What follows it.
  var rest: Substring

  init?(_ text: Substring) {
    let lower = text.lowercased()
    func rest(after prefix: String) -> Substring? {
      guard lower.hasPrefix(prefix) else { return nil }
      return text.dropFirst(prefix.count)
    }
    if let rest = rest(after: "noqa") {
      self.init(noqa: rest, name: "noqa")
    } else if let (tool, rest) = Self.wholeFile(text) {
      self.init(noqa: rest, name: "\(tool): noqa")
    } else if let rest = Self.directive(text, "type", "ignore") {
      self.init("type: ignore", example: "type: ignore[arg-type]", brackets: rest)
    } else if let rest = Self.directive(text, "pyright", "ignore") {
      self.init("pyright: ignore", example: "pyright: ignore[reportCallIssue]", brackets: rest)
    } else if let rest = Self.directive(text, "pylint", "disable") ?? Self.directive(text, "pylint", "skip-file") {
      let names = rest.drop { $0 == " " || $0 == "=" }
      let isAll = names.hasPrefix("all") || lower.contains("skip-file")
      self.init(
        name: isAll ? lower.contains("skip-file") ? "pylint: skip-file" : "pylint: disable=all" : "pylint: disable",
        example: "pylint: disable=unused-import", isSpecific: !isAll, strayCode: nil,
        rest: names.drop { $0 != " " })
    } else if lower.hasPrefix("swiftlint:disable") {
      let names = text.dropFirst("swiftlint:disable".count).drop { $0 == ":" || $0.isLetter }.drop { $0 == " " }
      let isAll = names.split { $0 == " " || $0 == "," }.first == "all"
      self.init(
        name: "swiftlint:disable all", example: "swiftlint:disable:next line_length", isSpecific: !isAll,
        strayCode: nil,
        rest: "")
    } else if lower.hasPrefix("swift-format-ignore") {
      let rest = text.dropFirst("swift-format-ignore".count)
      let isFile = rest.hasPrefix("-file")
      let name = isFile ? "swift-format-ignore-file" : "swift-format-ignore"
      let after = isFile ? rest.dropFirst(5) : rest
      self.init(
        name: name, example: "\(name): NoBlockComments", isSpecific: after.hasPrefix(":"), strayCode: nil,
        rest: after)
    } else {
      return nil
    }
  }

  private init(
    name: String, example: String, isSpecific: Bool, strayCode: String?, rest: Substring
  ) {
    self.name = name
    self.example = example
    self.isSpecific = isSpecific
    self.strayCode = strayCode
    self.rest = rest
  }

  /// `noqa` and what follows: `: F401`, ` E501` without its colon, or words.
  private init(noqa text: Substring, name: String) {
    let after = text.drop { $0 == " " }
    let hasColon = after.first == ":"
    let rest = after.drop { $0 == ":" || $0 == " " }
    let code = rest.prefix { $0.isLetter || $0.isNumber }
    let isCode = Self.isCode(code)
    self.init(
      name: name, example: "\(name): F401", isSpecific: hasColon && isCode,
      strayCode: !hasColon && isCode ? String(code) : nil, rest: isCode ? rest.dropFirst(code.count) : rest)
  }

  private init(_ name: String, example: String, brackets rest: Substring) {
    self.init(
      name: name, example: example, isSpecific: rest.first == "[", strayCode: nil, rest: rest.drop { $0 != " " })
  }

  /// `# flake8: noqa`, `# ruff: noqa`.
  private static func wholeFile(_ text: Substring) -> (String, Substring)? {
    for tool in ["flake8", "ruff"] {
      guard let rest = directive(text, tool, "noqa") else { continue }
      return (tool, rest)
    }
    return nil
  }

  /// What follows `tool: word`.
  private static func directive(_ text: Substring, _ tool: String, _ word: String) -> Substring? {
    guard text.hasPrefix(tool) else { return nil }
    let after = text.dropFirst(tool.count).drop { $0 == " " }
    guard after.first == ":" else { return nil }
    let rest = after.dropFirst().drop { $0 == " " }
    return rest.hasPrefix(word) ? rest.dropFirst(word.count) : nil
  }

  /// `F401`, `PLR0913`.
  private static func isCode(_ word: Substring) -> Bool {
    let letters = word.prefix(while: \.isLetter)
    return (1...7).contains(letters.count) && letters.allSatisfy(\.isUppercase)
      && (1...4).contains(word.count - letters.count) && word.dropFirst(letters.count).allSatisfy(\.isNumber)
  }
}

extension String {
  /// Where the last occurrence of a sign ends.
  fileprivate func range(ofLast sign: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(sign) { return self.index(index, offsetBy: sign.count) }
    }
    return nil
  }
}
