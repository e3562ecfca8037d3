import LintModel
import LintRuleKit
import LintSourceText

/// Reads what a definition says of being deprecated, as a whole or in one parameter.
struct PythonDeprecations {
  private let file: SourceFile
  private let scanner: SourceScanner
  /// Warnings by the definition whose body gives them.
  private let warnings: [Int: [RaiseSite]]

  /// Calls of functions whose name says that they deprecate, by the definition around them.
  private let helpers: [Int: [Invocation]]

  init(_ file: SourceFile, _ scanner: SourceScanner) {
    self.file = file
    let calls = Bytes.find("eprecat", in: file.text.bytes[...]) == nil ? [] : file.model.invocations
    helpers = Dictionary(
      grouping: calls.filter { $0.owner != nil && file.name(of: $0).lowercased().hasPrefix("deprecat") }
    ) { $0.owner ?? 0 }
    self.scanner = scanner
    warnings = Dictionary(grouping: file.model.raiseSites.filter { $0.form == .warning && $0.owner != nil }) {
      $0.owner ?? 0
    }
  }

  /// What importing the module says of its being deprecated; nil if it says nothing.
  var ofModule: String? {
    file.model.raiseSites.first { site in
      site.form == .warning && (site.owner ?? 0) == 0 && site.condition == nil && !site.isInHandler
        && ["DeprecationWarning", "FutureWarning", "deprecated"].contains { file.text[site.range].contains($0) }
    }.map { site in if case .text(let template) = site.message { Self.short(template.plain) } else { "" } }
  }

  /// Adds to a symbol what is deprecated of it.
  func read(_ index: Int, into symbol: inout ApiSymbol) {
    let declaration = file.model.declarations[index]
    symbol.traits.remove(.deprecated)
    for attribute in declaration.attributes {
      let name = (attribute.text.split(separator: ".").last ?? "").lowercased()
      guard name.contains("deprec") else { continue }
      let arguments = scanner.parenthesized(after: attribute.range.end) ?? ""
      if Self.isOnParameter(name) {
        readParameters(arguments, into: &symbol)
      } else {
        symbol.traits.insert(.deprecated)
        symbol.deprecation = Self.note(arguments)
      }
    }
    for parameter in symbol.parameters where parameter.defaultValue.map(Self.isMark) == true {
      symbol.deprecatedParameters[parameter.name] = ""
    }
    readCalls(of: index, into: &symbol)
    let own = declaration.kind == .type ? constructor(of: index) : index
    for warning in warnings[own] ?? [] { read(warning, into: &symbol, isConstructor: own != index) }
  }

  /// `@deprecated_arg`, `@deprecate_kwarg` and their like are about a parameter, not about the function.
  private static func isOnParameter(_ decorator: String) -> Bool {
    ["arg", "param", "keyword", "option", "positional", "default", "input"].contains { decorator.contains($0) }
  }

  /// `x="deprecated"`, as scikit-learn marks a parameter.
  private static func isMark(_ value: String) -> Bool {
    value == "\"deprecated\"" || value == "'deprecated'" || value.hasSuffix("_deprecated_default")
  }

  /// Calls of a project's own helper: `logger.deprecation("...")`, `deprecate("scale", "1.0", "...")`.
  private func readCalls(of index: Int, into symbol: inout ApiSymbol) {
    guard let calls = helpers[index] else { return }
    let depth = indentation(at: Int(file.model.declarations[index].name.range.start))
    // A decorator is not part of the body.
    for call in calls where call.range.start > file.model.declarations[index].name.range.start {
      let texts = file.model.arguments[call.arguments].filter { $0.kind == .string }.map { file.text[$0.value] }
      let literals = texts.map { $0.filter { $0 != "\"" && $0 != "'" } }
      if let name = literals.first,
        symbol.parameters.contains(where: { $0.name == name }) || symbol.accepted.contains(name)
      {
        symbol.deprecatedParameters[name] = literals.last { $0.contains(" ") }.map(Self.short) ?? ""
      } else if indentation(at: Int(call.range.start)) <= depth + 4, !symbol.traits.contains(.deprecated) {
        symbol.traits.insert(.deprecated)
        symbol.deprecation = literals.last { $0.contains(" ") }.map(Self.short)
      }
    }
  }

  private func indentation(at offset: Int) -> Int {
    var start = offset
    while start > 0, file.text.bytes[start - 1] != 0x0A { start -= 1 }
    return file.text.bytes[start...].prefix { $0 == 0x20 }.count
  }

  private func constructor(of type: Int) -> Int {
    file.model.declarations.indices.first {
      file.model.declarations[$0].parent == type && file.model.declarations[$0].name.text == "__init__"
    } ?? type
  }

  private func read(_ warning: RaiseSite, into symbol: inout ApiSymbol, isConstructor: Bool) {
    guard !warning.isInHandler else { return }
    let text = file.text[warning.range]
    let message = if case .text(let template) = warning.message { template.plain } else { "" }
    let isDeprecation =
      ["DeprecationWarning", "FutureWarning"].contains { text.contains($0) }
      || message.lowercased().contains("deprecat")
    guard isDeprecation else { return }
    if warning.condition == nil {
      // A warning on what will change is none on what is called.
      let isOnAll = message.lowercased().contains("deprecat") || text.contains("DeprecationWarning")
      guard isOnAll, !symbol.traits.contains(.deprecated) else { return }
      symbol.traits.insert(.deprecated)
      symbol.deprecation = Self.short(message)
    } else if !isConstructor, message.lowercased().contains("deprecat") || message.contains("removed") {
      for parameter in warning.guardedParameters where message.contains(parameter.name) {
        symbol.deprecatedParameters[parameter.name] = Self.short(message)
      }
    }
  }

  /// `"x", since="0.8", new_name="y"`, `name="x"`, `old="x", new="y"`, `x="use y"`.
  private func readParameters(_ arguments: String, into symbol: inout ApiSymbol) {
    let known = Set(symbol.parameters.map(\.name))
    var names: [String] = []
    var others: [String] = []
    for argument in ApiText.split(arguments, at: ",") {
      let sides = ApiText.split(argument, at: "=", maximum: 1)
      let literal = SourceScanner.quotedNames(sides.last ?? "").first
      if sides.count == 1 {
        if names.isEmpty, let literal, !literal.contains(".") { names.append(literal) } else { others.append(argument) }
      } else if ["name", "old", "old_name", "arg", "arg_name", "old_arg_name", "parameter"].contains(sides[0]) {
        if let literal { names.append(literal) }
      } else if known.contains(sides[0]) {
        names.append(sides[0])
      } else {
        others.append(argument)
      }
    }
    for name in names { symbol.deprecatedParameters[name] = Self.note(others.joined(separator: ", ")) }
  }

  /// `since 0.8, use 'fit'` of the arguments of a decorator.
  static func note(_ arguments: String) -> String {
    var since: String?
    var removed: String?
    var successor: String?
    var prose: String?
    for argument in ApiText.split(arguments, at: ",") {
      let sides = ApiText.split(argument, at: "=", maximum: 1)
      let value = sides.last.map(unquoted) ?? ""
      guard let first = sides.first, !value.isEmpty, value != "None" else { continue }
      switch sides.count == 2 ? first : "" {
      case "since", "deprecated_in", "version", "deprecated_since", "added": since = value
      case "removed", "removed_in", "removal", "removal_version", "remove_in", "end_version": removed = value
      case "new_name", "new", "new_arg", "replacement", "alternative", "instead", "new_arg_name", "renamed":
        successor = value
      case "name", "category", "stacklevel": break
      default: if value.contains(" "), prose == nil { prose = short(value) }
      }
    }
    var parts: [String] = []
    if let since { parts.append("since \(since)") }
    if let removed { parts.append("to be removed in \(removed)") }
    let head = parts.joined(separator: ", ")
    let tail = successor.map { "use '\($0)'" } ?? prose ?? ""
    return head.isEmpty || tail.isEmpty ? head + tail : "\(head): \(tail)"
  }

  private static func unquoted(_ text: String) -> String {
    let text = text.drop { "fr".contains($0) }
    guard let quote = text.first, quote == "\"" || quote == "'" else { return text.isEmpty ? "" : String(text) }
    return text.filter { $0 != quote }.trimmed
  }

  /// The first sentence, cut where it is long.
  static func short(_ message: String) -> String {
    let line = ApiSignature.oneLine(message)
    let sentence = line.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? line
    let plain = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return plain.count > 120 ? plain.prefix(117) + "..." : plain
  }
}
