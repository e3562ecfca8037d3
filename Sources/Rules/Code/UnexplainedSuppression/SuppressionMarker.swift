/// The part of a comment that a tool interprets.
struct SuppressionMarker {
  var name: String
  /// An example that names what it suppresses.
  private var example: String
  var isSpecific: Bool
  var strayCode: String?
  /// The text after it.
  var rest: Substring

  /// Whether it applies to its whole file, wherever it is.
  var isWholeFile: Bool {
    ["flake8: noqa", "ruff: noqa", "pylint: skip-file", "swift-format-ignore-file"].contains(name)
  }

  /// An example that names what it suppresses, for the code of its line.
  func example(for statement: Substring) -> String {
    let isImport = statement.hasPrefix("import ") || statement.hasPrefix("from ")
    switch name {
    case "noqa":
      let code =
        isImport
        ? "F401"
        : statement.hasPrefix("except") ? "E722" : statement.hasPrefix("print(") ? "T201" : "E501"
      return "noqa: \(code)"
    case "type: ignore": return isImport ? "type: ignore[import-untyped]" : example
    case "pyright: ignore": return isImport ? "pyright: ignore[reportMissingImports]" : example
    default: return example
    }
  }

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

  /// `noqa` and the text after it: `: F401`, ` E501` without a colon, or words.
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

  /// The text after `tool: word`.
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
