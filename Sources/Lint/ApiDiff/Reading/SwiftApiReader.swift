import LintModel
import LintRuleKit
import LintSourceText

/// Reads the public declarations of a Swift file.
struct SwiftApiReader {
  private let places: DeclarationPlaces
  private let scanner: SourceScanner
  private let raises: [Int: [ApiRaise]]
  private let aliases: [Int: [ApiSymbol]]

  private var file: SourceFile { places.file }

  init(_ file: SourceFile, _ lines: LineTable?) {
    places = DeclarationPlaces(file, lines)
    scanner = SourceScanner(text: file.text)
    raises = places.raises()
    aliases = SwiftTypeAliases(file).symbols(places)
  }

  func module() -> ApiModule {
    var module = ApiModule(path: file.reference.path, name: file.reference.module, language: .swift)
    module.symbols = symbols(in: -1)
    module.typeNames = file.model.declarations.filter {
      $0.kind == .type && !$0.isPublic && !$0.flags.contains(.isExtension)
    }.map(\.name.text)
    module.problem = file.model.syntaxErrors.first.map { places.place($0.range) }
    return module
  }

  private func symbols(in owner: Int) -> [ApiSymbol] {
    (places.members[owner] ?? []).compactMap { index in
      let declaration = file.model.declarations[index]
      guard declaration.isPublic, !declaration.flags.contains(.isLocal),
        declaration.option?.style != .environmentVariable
      else { return nil }
      return symbol(index, declaration)
    } + (aliases[owner] ?? [])
  }

  private func symbol(_ index: Int, _ declaration: Declaration) -> ApiSymbol? {
    let words = scanner.words(from: declaration.range.start, to: declaration.name.range.start)
    let kind: ApiSymbol.Kind
    switch declaration.kind {
    case .type: kind = .type
    case .function: kind = .function
    case .method: kind = .method
    case .property where words.contains("case"), .property where isLaterCase(declaration): kind = .enumCase
    case .property, .option: kind = declaration.parent == nil ? .attribute : .property
    case .module, .test: return nil
    }
    var symbol = ApiSymbol(kind, declaration.name.text, at: places.place(declaration.name.range))
    symbol.traits = traits(declaration, words)
    if declaration.flags.contains(.isDeprecated) {
      let head = SourceRange(start: declaration.range.start, end: declaration.name.range.start)
      let availability = SwiftAvailability(file.text[head])
      if availability.isUnavailable { return nil }
      symbol.deprecation = availability.deprecation
    }
    symbol.form = Self.forms.first { words.contains($0) }.map(String.init)
    if declaration.flags.contains(.isExtension) { symbol.form = "extension" }
    symbol.returns = declaration.returns
    symbol.thrown = declaration.thrown
    symbol.raises = raises[index] ?? []
    switch kind {
    case .function, .method:
      symbol.parameters = declaration.parameters.map(parameter)
      symbol.name += "(" + symbol.parameters.map { ($0.label ?? $0.name) + ":" }.joined() + ")"
      if isAsync(declaration) { symbol.traits.insert(.async) }
    case .enumCase:
      symbol.value = scanner.parenthesized(after: declaration.name.range.end)
    case .type:
      symbol.bases = declaration.bases
      symbol.members = symbols(in: index)
      if symbol.form != "extension" { symbol.generics = generics(of: declaration) }
    case .property, .attribute:
      if isSettable(declaration, words) { symbol.traits.insert(.settable) }
    case .module, .borrowed: break
    }
    return symbol
  }

  private static let forms: [Substring] = [
    "struct", "enum", "actor", "protocol", "extension", "let", "var", "class",
  ]

  /// `case a, b`: the second has no keyword of its own.
  private func isLaterCase(_ declaration: Declaration) -> Bool {
    declaration.flags.contains(.isStatic) && declaration.returns == nil
      && declaration.range.start == declaration.name.range.start
  }

  private func traits(_ declaration: Declaration, _ words: Set<Substring>) -> Set<ApiSymbol.Trait> {
    var traits: Set<ApiSymbol.Trait> = []
    if declaration.kind != .type || words.contains("static") {
      if declaration.flags.contains(.isStatic), !words.contains("case") { traits.insert(.static) }
    }
    if declaration.flags.contains(.isAbstract), declaration.kind != .type { traits.insert(.abstract) }
    if declaration.flags.contains(.isDeprecated) { traits.insert(.deprecated) }
    if words.contains("open") { traits.insert(.open) }
    if words.contains("final") { traits.insert(.final) }
    if words.contains("mutating") { traits.insert(.mutating) }
    if words.contains("override") { traits.insert(.override) }
    if declaration.attributes.contains(where: { $0.text == "frozen" }) { traits.insert(.frozen) }
    if declaration.attributes.contains(where: { $0.text == "MainActor" }), !words.contains("nonisolated") {
      traits.insert(.mainActor)
    }
    return traits
  }

  private func generics(of declaration: Declaration) -> [String] {
    let start = Int(declaration.name.range.end)
    let end = min(Int(declaration.range.end), start + 400, file.text.bytes.count)
    guard start < end, file.text.bytes[start] == UInt8(ascii: "<") else { return [] }
    return SwiftGenerics.names(String(decoding: file.text.bytes[start..<end], as: UTF8.self))
  }

  private func parameter(_ parameter: Parameter) -> ApiParameter {
    ApiParameter(
      name: parameter.name.text, label: parameter.label?.text ?? parameter.name.text, kind: parameter.kind,
      annotation: parameter.annotation, defaultValue: parameter.defaultValue)
  }

  /// Whether `async` is after the parameters.
  private func isAsync(_ declaration: Declaration) -> Bool {
    var index = Int(declaration.name.range.end)
    let bytes = file.text.bytes
    let end = min(Int(declaration.range.end), bytes.count)
    while index < end, bytes[index] != UInt8(ascii: "(") { index += 1 }
    guard index < end, let close = scanner.closing(index) else { return false }
    let rest = bytes[from: close, to: min(close + 40, end)]
    let words = String(decoding: rest, as: UTF8.self).split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return words.first == "async"
  }

  /// A variable whose setter is public; a computed one that has a setter.
  private func isSettable(_ declaration: Declaration, _ words: Set<Substring>) -> Bool {
    guard words.contains("var"), !words.contains(where: { $0.hasSuffix("(set)") && !$0.hasPrefix("public") }) else {
      return false
    }
    guard declaration.flags.contains(.isProperty) || declaration.flags.contains(.isAbstract) else { return true }
    let text = file.text[declaration.range]
    guard let brace = text.firstIndex(of: "{") else { return false }
    var depth = 0
    var word = ""
    for character in text[brace...] {
      if character.isLetter {
        word.append(character)
        continue
      }
      if depth == 1, word == "set" || word == "_modify" { return true }
      word = ""
      if character == "{" { depth += 1 } else if character == "}" { depth -= 1 }
    }
    return false
  }
}
