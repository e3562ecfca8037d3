import LintModel
import LintRuleKit
import LintSourceText

/// The links of DocC, ``symbol`` and `<doc:article>`, in an article or in the comments of a Swift file.
struct DocCLinks: Sendable {
  struct Link: Sendable {
    /// `Network/widen(by:)`, `Getting-Started`
    var target: String
    var isSymbol: Bool
    var range: SourceRange
  }

  var links: [Link] = []
  /// Functions of a Swift file as DocC spells them: `widen(by:)`.
  var functions: [String] = []

  init(article file: SourceFile) { read(0..<file.text.bytes.count, of: file.text.bytes) }

  /// Only the comments of what others see become pages.
  init(comments file: SourceFile) {
    if file.role == .library {
      readRenames(in: file)
      functions += CaseNames.all(in: file.text.bytes)
    }
    for declaration in file.model.declarations {
      if declaration.isCallable {
        let labels = declaration.parameters.map { ($0.label ?? $0.name).text + ":" }.joined()
        functions.append("\(declaration.name.text)(\(labels))")
      }
      guard file.role == .library, declaration.isPublic, let doc = declaration.doc else { continue }
      read(Int(doc.range.start)..<Int(doc.range.end), of: file.text.bytes)
    }
  }

  /// Reads the links between blocks of code.
  private mutating func read(_ range: Range<Int>, of bytes: [UInt8]) {
    var isCode = false
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      let line = bytes[start..<end]
      let body = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") }
      if body.starts(with: "```".utf8) || body.starts(with: "~~~".utf8) {
        isCode.toggle()
      } else if !isCode, !body.starts(with: "# ``".utf8) {
        read(line)
      }
      start = end + 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    while index < line.endIndex {
      let rest = line[index...]
      if rest.starts(with: "<doc:".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        add(index + 5..<end, of: line, isSymbol: false)
        index = end
      } else if line[index] == UInt8(ascii: "`") {
        let count = rest.prefix { $0 == UInt8(ascii: "`") }.count
        let start = index + count
        guard let end = Self.close(count, in: line[start...]) else { return }
        if count == 2 { add(start..<end, of: line, isSymbol: true) }
        index = end + count
        continue
      }
      index += 1
    }
  }

  /// Where as many backticks close a span.
  private static func close(_ count: Int, in rest: ArraySlice<UInt8>) -> Int? {
    var index = rest.startIndex
    while index < rest.endIndex {
      let run = rest[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return index }
      index += max(run, 1)
    }
    return nil
  }

  private mutating func add(_ range: Range<Int>, of line: ArraySlice<UInt8>, isSymbol: Bool) {
    let target = String(decoding: line[range], as: UTF8.self)
    guard let first = target.first, first.isLetter || first == "_" || first == "/", !target.contains(" ") else {
      return
    }
    let place = SourceRange(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
    links.append(Link(target: target, isSymbol: isSymbol, range: place))
  }

  /// `@available(*, deprecated, renamed: "Network.widen(by:)")`
  private mutating func readRenames(in file: SourceFile) {
    let bytes = file.text.bytes
    let retired = file.model.declarations.filter { $0.flags.contains(.isDeprecated) }.map(\.range)
    var rest = retired.isEmpty ? [] : bytes[...]
    while let found = Bytes.find("renamed: \"", in: rest) {
      let start = found + 10
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { return }
      rest = bytes[end...]
      let target = String(decoding: bytes[start..<end], as: UTF8.self)
      let line = bytes[..<found].lastIndex(of: UInt8(ascii: "\n")) ?? 0
      guard !target.contains(" "), !target.contains("getter:"), target.first?.isLetter == true,
        Bytes.find("//", in: bytes[line..<found]) == nil,
        retired.contains(where: { $0.start <= found && end <= $0.end })
      else { continue }
      let place = SourceRange(start: UInt32(start), end: UInt32(end))
      links.append(Link(target: target.replacing(".", with: "/"), isSymbol: true, range: place))
    }
  }

  // MARK: Checking

  static func check(_ facts: [FileFacts<DeadLink.Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { $0.docC?.links.isEmpty == false } }) else { return }
    var labels: [String: Set<String>] = [:]
    for function in facts.flatMap({ $0.facts.flatMap { $0.docC?.functions ?? [] } }) {
      labels[String(function.prefix { $0 != "(" }), default: []].insert(function)
    }
    let paths = (project.repository?.paths ?? []) + facts.map(\.file.projectPath)
    let pages = Set(paths.filter { $0.contains(".docc/") }.map { Paths.name(of: $0).split(separator: ".").first ?? "" })
    for file in facts {
      for link in file.facts.flatMap({ $0.docC?.links ?? [] }) {
        guard let message = message(link, labels, pages, project) else { continue }
        collector.add(message, at: Location(path: file.file.path, range: link.range), symbol: "")
      }
    }
  }

  private static func message(
    _ link: Link, _ labels: [String: Set<String>], _ pages: Set<Substring>, _ project: ProjectIndex
  ) -> Message? {
    let path = link.target.prefix { $0 != "#" }
    var parts = path.split(separator: "/").map { String($0) }
    if parts.first == "documentation" || parts.first == "tutorials" { parts.removeFirst() }
    guard let last = parts.last else { return nil }
    if !link.isSymbol {
      // Article names are their files', with hyphens for spaces; a site of several modules has other pages.
      guard !path.contains(":"), parts.count < 3 else { return nil }
      let name = name(of: last)
      let isKnown = pages.contains { $0 == last || $0.replacing(" ", with: "-") == last }
      if isKnown || project.swift.mentions(name) || project.swift.isOwn(module: name) { return nil }
      return .noPage(link.target)
    }
    // Another module's symbols are not in this package.
    if parts.count > 1, project.swift.isOwn(module: parts[0]) { parts.removeFirst() }
    let names = parts.map(name)
    guard names.allSatisfy({ $0.first.map { $0.isLetter || $0 == "_" } ?? false }),
      !project.swift.isOwn(module: names[0]), names.count < 2 || project.swift.isOwn(typeOf: names[0])
    else { return nil }
    let name = names[names.count - 1]
    if !project.swift.mentions(name) {
      let isInherited = names.count > 1 && !project.swift.isClosed(names[0])
      return isInherited ? nil : .noSymbol(link.target, meant: nil)
    }
    // Without what tells overloads apart: `widen(by:)-(Int)`.
    guard let end = last.firstIndex(of: ")"), name != "init", case let spelled = String(last[...end]),
      let known = labels[name], !known.contains(spelled)
    else { return nil }
    if names.count > 1, !project.swift.isClosed(names[0]) { return nil }
    return .noSymbol(link.target, meant: known.count == 1 ? known.first : nil)
  }

  /// `widen` of `widen(by:)-6gq1z`.
  private static func name(of part: String) -> String {
    String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }
}

extension Message {
  fileprivate static func noPage(_ target: String) -> Message {
    "no article or symbol is named '\(target)'; update or remove the link"
  }

  fileprivate static func noSymbol(_ target: String, meant: String?) -> Message {
    let advice = meant.map { "did you mean '\($0)'?" } ?? "update or remove the link"
    return "no symbol of this package is named '\(target)'; \(advice)"
  }
}
