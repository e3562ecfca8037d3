import LintModel
import LintSourceText

/// The texts that a pattern searches.
enum PatternTextPlace: String, Decodable, Sendable, CaseIterable {
  /// Literals of errors, of warnings, help of options, docstrings and documentation comments.
  case error, warning, help, doc
  case comment, string
  /// The whole of a Markdown or reStructuredText file, and the prose of notebooks.
  case markdown
  /// The whole of a YAML or TOML file.
  case configuration
  /// Shell lines of notebooks, and shell scripts.
  case shell
}

/// One match of a pattern.
struct PatternMatch: Sendable {
  var range: SourceRange
  /// What fills the holes of the message.
  var holes: [String: String]
  var call: Invocation?
  /// The argument that the pattern is about, where the call has it.
  var argument: Invocation.Argument?
}

/// The subject of a pattern.
enum PatternTarget: Sendable {
  case calls(CalleePatterns, ArgumentTest, at: PatternPlace?)
  case imports([ImportPattern])
  case names([NamePattern], except: [NamePattern], kinds: Set<Declaration.Kind>, parameters: Bool)
  case texts([TextPattern], except: [TextPattern], places: Set<PatternTextPlace>)
  case declarations(Set<Declaration.Kind>)

  /// The holes that a message may have.
  var holes: [String] {
    switch self {
    case .calls: ["callee", "path", "name", "argument", "value", "use", "call"]
    case .imports: ["name", "use"]
    case .names: ["name", "use", "kind"]
    case .texts(let expressions, _, _): ["text"] + Set(expressions.flatMap { $0.groupNames.compactMap { $0 } }).sorted()
    case .declarations: ["name", "kind"]
    }
  }

  func matches(in file: SourceFile, includesPrivate: Bool) -> [PatternMatch] {
    switch self {
    case .calls(let callees, let arguments, let place): calls(callees, arguments, at: place, in: file)
    case .imports(let patterns): imports(patterns, in: file)
    case .names(let patterns, let exceptions, let kinds, let parameters):
      names(patterns, exceptions, kinds, parameters, in: file, includesPrivate)
    case .texts(let expressions, let exceptions, let places): texts(expressions, exceptions, places, in: file)
    case .declarations(let kinds):
      file.model.declarations.filter { kinds.contains($0.kind) && (includesPrivate || $0.isPublic || $0.kind == .test) }
        .map { PatternMatch(range: $0.name.range, holes: ["name": $0.name.text, "kind": $0.kind.rawValue]) }
    }
  }

  private func calls(
    _ callees: CalleePatterns, _ test: ArgumentTest, at place: PatternPlace?, in file: SourceFile
  ) -> [PatternMatch] {
    callees.calls(in: file, where: { test.mayPass($0, in: file) }).compactMap { call, pattern in
      guard let argument = test.passes(call, in: file) else { return nil }
      let callee = file.text[call.callee]
      let name = callee.split(separator: ".").last.map(String.init) ?? callee
      let isShort = callee.utf8.count <= 60 && !callee.contains("\n")
      var range = call.callee
      if !call.isDotted { range.start = max(range.start, range.end - UInt32(name.utf8.count)) }
      var holes = ["callee": isShort ? callee : name, "name": name, "argument": test.shown, "use": pattern.use ?? ""]
      holes["path"] = file.path(of: call) ?? holes["callee"]
      holes["call"] = shortened(file.text[call.range])
      if let value = argument.found {
        holes["value"] = shortened(file.text[value.value])
        if place != .callee {
          range = SourceRange(start: value.keyword?.start ?? value.value.start, end: value.value.end)
        }
      }
      return PatternMatch(range: range, holes: holes, call: call, argument: argument.found)
    }
  }

  private func imports(_ patterns: [ImportPattern], in file: SourceFile) -> [PatternMatch] {
    patterns.flatMap { pattern in
      pattern.imports(in: file).map {
        PatternMatch(range: $0.range, holes: ["name": pattern.text, "use": pattern.use ?? ""])
      }
    }
  }

  private func names(
    _ patterns: [NamePattern], _ exceptions: [NamePattern], _ kinds: Set<Declaration.Kind>, _ parameters: Bool,
    in file: SourceFile, _ includesPrivate: Bool
  ) -> [PatternMatch] {
    var result: [PatternMatch] = []
    func judge(_ name: Name, _ kind: String) {
      guard let pattern = patterns.first(where: { $0.matches(name.text) }),
        !exceptions.contains(where: { $0.matches(name.text) })
      else { return }
      let use = pattern.use.map { NamePattern.suggestion($0, like: name.text, in: file.language) } ?? ""
      result.append(PatternMatch(range: name.range, holes: ["name": name.text, "kind": kind, "use": use]))
    }
    for declaration in file.model.declarations where !declaration.flags.contains(.isOverride) {
      guard includesPrivate || declaration.isPublic || declaration.kind == .option else { continue }
      if kinds.contains(declaration.kind) {
        judge(declaration.option?.spellings.first ?? declaration.name, declaration.kind.rawValue)
      }
      if parameters { for parameter in declaration.parameters { judge(parameter.publicName, "parameter") } }
    }
    return result
  }

  private func texts(
    _ expressions: [TextPattern], _ exceptions: [TextPattern], _ places: Set<PatternTextPlace>, in file: SourceFile
  ) -> [PatternMatch] {
    var result: [PatternMatch] = []
    let texts = PatternTexts(file)
    for expression in expressions {
      texts.forEach(in: places, holding: expression) { bytes, range, start in
        for match in expression.matches(in: bytes, range) {
          guard let whole = match[0] else { continue }
          let text = String(decoding: bytes[whole], as: UTF8.self)
          if exceptions.contains(where: { $0.isFound(in: text) }) { continue }
          var holes = ["text": text]
          var marked = whole
          for (group, name) in expression.groupNames.enumerated() {
            guard let name, let part = match[group] else { continue }
            // The first named group is what the expression is about.
            if marked == whole { marked = part }
            holes[name] = String(decoding: bytes[part], as: UTF8.self)
          }
          result.append(
            PatternMatch(
              range: SourceRange(
                start: start + UInt32(marked.lowerBound - range.lowerBound),
                end: start + UInt32(marked.upperBound - range.lowerBound)), holes: holes))
        }
      }
    }
    return result.sorted { $0.range < $1.range }
  }

  /// A text on one line, at most as long as fits into a message.
  private func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(57) + "..." : line
  }
}
