import LintModel
import LintRuleKit
import LintSourceText

/// Reads the definitions and imports of a Python file.
struct PythonApiReader {
  private let places: DeclarationPlaces
  private let scanner: SourceScanner
  private let raises: [Int: [ApiRaise]]
  /// The literals that constants of this file stand for.
  private let constants: [String: String]
  private let bindings: [Int: [Binding]]
  private let imported: Set<String>
  /// Where the names of typed faces, `@overload`, stand.
  private let overloads: Set<SourceRange>
  private let deprecations: PythonDeprecations?
  private let mainBlocks: MainBlocks
  /// Whether only names, imports and exports are wanted.
  private let isOutline: Bool

  private var file: SourceFile { places.file }

  init(_ file: SourceFile, _ lines: LineTable?, isOutline: Bool) {
    self.isOutline = isOutline
    places = DeclarationPlaces(file, lines)
    scanner = SourceScanner(text: file.text)
    raises = isOutline ? [:] : places.raises()
    bindings = Dictionary(grouping: file.model.bindings, by: \.owner)
    imported = Set(file.model.imports.flatMap { $0.items.map { $0.alias ?? $0.name } })
    overloads = Set(file.model.declarations.lazy.filter { $0.flags.contains(.isOverload) }.map(\.name.range))
    var constants: [String: String] = [:]
    for binding in isOutline ? [] : bindings[0] ?? [] {
      guard let value = binding.value, value.end - value.start < 60 else { continue }
      let text = file.text[value]
      if ApiText.isLiteral(text) { constants[binding.name.text] = text }
    }
    self.constants = constants
    deprecations = isOutline ? nil : PythonDeprecations(file, scanner)
    mainBlocks = MainBlocks(in: file.text)
  }

  func module() -> ApiModule {
    var module = ApiModule(path: file.reference.path, name: file.reference.module, language: .python)
    let name = Paths.name(of: file.reference.path)
    module.isPackage = name == "__init__.py" || name == "__init__.pyi"
    module.symbols = symbols(in: 0)
    module.imports = imports(module)
    module.exports = file.model.exports
    module.exportSources = file.model.exportSources
    // A list that is computed cannot be read; an empty one says that nothing is public.
    if file.model.exports == [], module.exportSources.isEmpty, !isListedEmpty { module.exports = nil }
    module.isLazy = isLazy(module)
    let served = PythonServedNames(file, module: module.name, isPackage: module.isPackage)
    module.served = served.names
    module.servesUnlisted = served.areOpen
    module.servedDeprecation = served.deprecation
    module.refusal = refusal
    module.deprecation = deprecations?.ofModule
    module.problem = file.model.syntaxErrors.first.map { places.place($0.range) }
    for index in places.members[0] ?? [] {
      let declaration = file.model.declarations[index]
      if declaration.kind == .function, mentions("__all__", in: declaration.range) {
        module.exporters.append(declaration.name.text)
      }
      for decorator in declaration.attributes {
        let name = decorator.text.split(separator: ".").last.map(String.init) ?? decorator.text
        module.decorated[name, default: []].append(declaration.name.text)
      }
    }
    module.registrations = scanner.callsWithOwnName()
    module.typeNames = (bindings[0] ?? []).map(\.name.text).filter { $0.first?.isUppercase == true }
    return module
  }

  private func mentions(_ word: StaticString, in range: SourceRange) -> Bool {
    let end = min(Int(range.end), file.text.bytes.count)
    return Bytes.find(word, in: file.text.bytes[min(Int(range.start), end)..<end]) != nil
  }

  /// The error that importing the module always raises: `raise ImportError("...")` at the start of a line.
  private var refusal: String? {
    file.model.raiseSites.first { site in
      let start = Int(site.range.start)
      return site.form == .raise && (site.owner ?? 0) == 0 && site.condition == nil
        && (start == 0 || file.text.bytes[start - 1] == 0x0A)
    }.map { site in
      let message = if case .text(let template) = site.message { template.plain } else { "" }
      let type = site.errorType?.text ?? "an error"
      return message.isEmpty ? type : "\(type): \(PythonDeprecations.short(message))"
    }
  }

  private var isListedEmpty: Bool {
    bindings[0]?.contains { binding in
      guard binding.name.text == "__all__", let value = binding.value else { return false }
      return ["[]", "()"].contains(file.text[value])
    } ?? false
  }

  private func isLazy(_ module: ApiModule) -> Bool {
    module.symbols.contains { $0.name == "__getattr__" }
      || module.imports.contains { ["_LazyModule", "attach", "attach_stub"].contains($0.item) }
      || module.imports.contains { $0.item == nil && $0.name == "lazy" }
  }

  private func imports(_ module: ApiModule) -> [ApiModule.Import] {
    file.model.imports.filter { !$0.isLocal }.flatMap { statement -> [ApiModule.Import] in
      let from = ImportedNames.absolute(statement, in: module.name, isPackage: module.isPackage)
      if statement.items.isEmpty {
        let first = String(statement.module.prefix { $0 != "." })
        return [
          ApiModule.Import(
            module: statement.alias == nil ? first : from, item: nil, name: statement.alias ?? first,
            isForTypesOnly: statement.isForTypesOnly, isOfferedOn: statement.alias == statement.module)
        ]
      }
      return statement.items.map { item in
        ApiModule.Import(
          module: from, item: item.name, name: item.alias ?? item.name, isForTypesOnly: statement.isForTypesOnly,
          isOfferedOn: item.alias == item.name)
      }
    }
  }

  /// What a module or class holds, one symbol a name.
  private func symbols(in owner: Int) -> [ApiSymbol] {
    var result: [ApiSymbol] = []
    var index: [String: Int] = [:]
    func add(_ symbol: ApiSymbol, isBetter: (ApiSymbol) -> Bool) {
      if let known = index[symbol.name] {
        if isBetter(result[known]) { result[known] = symbol }
      } else {
        index[symbol.name] = result.count
        result.append(symbol)
      }
    }
    for child in places.members[owner] ?? [] {
      let declaration = file.model.declarations[child]
      if declaration.flags.contains(.isLocal) || (owner > 0 && Self.isPrivate(declaration.name.text)) { continue }
      if owner == 0, mainBlocks.contains(declaration.range) { continue }
      if isAccessor("setter", declaration) {
        if let known = index[declaration.name.text] { result[known].traits.insert(.settable) }
        continue
      }
      if isAccessor("deleter", declaration) { continue }
      guard let symbol = symbol(child, declaration) else { continue }
      // Of two definitions under an `if` the one that does something counts, of typed faces the implementation.
      let isFace = declaration.flags.contains(.isOverload)
      add(symbol) { known in !isFace && (known.isCallable && known.traits.contains(.abstract) || faces(known, child)) }
    }
    for binding in bindings[owner] ?? [] {
      if owner == 0, mainBlocks.contains(binding.name.range) { continue }
      guard let symbol = attribute(binding, inModule: owner == 0) else { continue }
      add(symbol) { _ in false }
    }
    for symbol in isOutline ? [] : unpackedVariables(of: owner, known: Set(index.keys)) { add(symbol) { _ in false } }
    return result
  }

  /// Variables of a module or class that are set by unpacking, and names of types that a `type` statement makes.
  private func unpackedVariables(of owner: Int, known: Set<String>) -> [ApiSymbol] {
    let inModule = owner == 0
    let declaration = file.model.declarations[owner]
    let range = inModule ? 0..<file.text.bytes.count : Int(declaration.range.start)..<Int(declaration.range.end)
    let depth = inModule ? 0 : indentation(of: declaration) + 4
    let names = PythonUnpackedNames.names(in: file.text.bytes, range, indentation: depth)
    return names.compactMap { found in
      let place = SourceRange(start: UInt32(found.offset), end: UInt32(found.offset + found.name.utf8.count))
      guard !known.contains(found.name), !imported.contains(found.name), !Self.isPrivate(found.name),
        !inModule || !mainBlocks.contains(place),
        !inModule || found.alias != nil || file.model.moduleNames.contains(found.name)
      else { return nil }
      var symbol = ApiSymbol(.attribute, found.name, at: places.place(place))
      // Of a class it only shows that the name is there: the line may be part of a text.
      if !inModule { symbol.traits = [.unstated] }
      if let alias = found.alias {
        symbol.traits.insert(.typeAlias)
        symbol.value = alias
      }
      return symbol
    }
  }

  private func indentation(of declaration: Declaration) -> Int {
    var start = Int(declaration.range.start)
    let first = start
    while start > 0, file.text.bytes[start - 1] == 0x20 { start -= 1 }
    return first - start
  }

  /// Attributes of instances that no plain assignment in `__init__` shows.
  private func unpacked(_ attributes: PythonAttributes, of type: Int, known: Set<String>) -> [ApiSymbol] {
    var known = known
    let constructor = (places.members[type] ?? []).map { file.model.declarations[$0] }.first { $0.isInitializer }
    return attributes.names.filter { !$0.name.hasPrefix("_") && known.insert($0.name).inserted }.map { name, offset in
      let range = SourceRange(start: UInt32(offset), end: UInt32(offset + name.utf8.count))
      var symbol = ApiSymbol(.attribute, name, at: places.place(range))
      symbol.traits = [.ofInstance]
      let isInConstructor = constructor.map { $0.range.start <= range.start && range.end <= $0.range.end } ?? false
      if !isInConstructor || !isStated(name, of: type) { symbol.traits.insert(.unstated) }
      return symbol
    }
  }

  /// Whether what is known of a name is a typed face, which the declaration implements.
  private func faces(_ known: ApiSymbol, _ child: Int) -> Bool {
    overloads.contains(known.place.range) && !file.model.declarations[child].flags.contains(.isOverload)
  }

  private func isAccessor(_ kind: String, _ declaration: Declaration) -> Bool {
    declaration.attributes.contains { $0.text == "\(declaration.name.text).\(kind)" }
  }

  private func symbol(_ index: Int, _ declaration: Declaration) -> ApiSymbol? {
    let kind: ApiSymbol.Kind
    switch declaration.kind {
    case .type: kind = .type
    case .function: kind = .function
    case .method: kind = .method
    // A binding of the class tells more of an attribute.
    case .property where file.text[declaration.range].hasPrefix(declaration.name.text): return nil
    case .property: kind = .property
    case .module, .option, .test: return nil
    }
    var symbol = ApiSymbol(kind, declaration.name.text, at: places.place(declaration.name.range))
    symbol.exportedAs = exportNames(declaration)
    if isOutline { return symbol }
    symbol.returns = declaration.returns
    symbol.raises = raises[index] ?? []
    symbol.traits = traits(declaration)
    symbol.parameters = kind == .property ? [] : declaration.parameters.map(parameter)
    if symbol.isCallable { symbol.accepted = accepted(declaration) }
    deprecations?.read(index, into: &symbol)
    if kind == .type {
      symbol.bases = declaration.bases
      symbol.members = symbols(in: index)
      let attributes = PythonAttributes(in: file.text, declaration.range)
      symbol.members += unpacked(attributes, of: index, known: Set(symbol.members.map(\.name)))
      if attributes.areOpen { symbol.traits.insert(.dynamicAttributes) }
      if makesConstructor(declaration) { symbol.traits.insert(.fieldsAreParameters) }
      if declaration.attributes.contains(where: { takes("kw_only=True", $0) }) { symbol.traits.insert(.keywordOnly) }
    }
    return symbol
  }

  private func parameter(_ parameter: Parameter) -> ApiParameter {
    ApiParameter(
      name: parameter.name.text, kind: parameter.kind, annotation: parameter.annotation,
      defaultValue: parameter.defaultValue, meaning: parameter.defaultValue.flatMap { constants[$0] })
  }

  private func traits(_ declaration: Declaration) -> Set<ApiSymbol.Trait> {
    var traits: Set<ApiSymbol.Trait> = []
    if declaration.flags.contains(.isStatic) { traits.insert(.static) }
    if declaration.flags.contains(.isAbstract) { traits.insert(.abstract) }
    if declaration.flags.contains(.isDeprecated) { traits.insert(.deprecated) }
    if declaration.attributes.contains(where: { $0.text == "classmethod" }) { traits.insert(.classMethod) }
    if declaration.attributes.contains(where: { $0.text == "final" || $0.text.hasSuffix(".final") }) {
      traits.insert(.final)
    }
    if declaration.isCallable, scanner.precedes("async", declaration.name.range.start, skipping: "def") {
      traits.insert(.async)
    }
    return traits
  }

  /// Names of `@keras_export(["keras.layers.Dense"])`.
  private func exportNames(_ declaration: Declaration) -> [String] {
    declaration.attributes.filter { $0.text.hasSuffix("_export") }.flatMap { attribute in
      let paths = SourceScanner.quotedNames(scanner.parenthesized(after: attribute.range.end) ?? "")
        .filter { $0.contains(".") }
      // The path of a definition ends in its name; what does not is the name of a place, or of something else.
      return paths.contains { $0.hasSuffix(".\(declaration.name.text)") } ? paths : []
    }
  }

  private func makesConstructor(_ declaration: Declaration) -> Bool {
    let isTuple = declaration.bases.contains { $0 == "NamedTuple" || $0.hasSuffix(".NamedTuple") }
    return isTuple
      || declaration.attributes.contains { attribute in
        let name = attribute.text.split(separator: ".").last ?? ""
        guard ["define", "frozen", "attrs", "s"].contains(name) || name.hasSuffix("dataclass"),
          name != "s" || attribute.text.hasPrefix("attr")
        else { return false }
        return !takes("init=False", attribute)
      }
  }

  private func takes(_ argument: String, _ attribute: Name) -> Bool {
    scanner.parenthesized(after: attribute.range.end)?.replacing(" ", with: "").contains(argument) ?? false
  }

  /// Old names of parameters that a function still understands: those that a decorator on renaming mentions, and those
  /// that the body looks up in its `**kwargs`.
  private func accepted(_ declaration: Declaration) -> [String] {
    var names: Set<String> = []
    for attribute in declaration.attributes {
      let name = attribute.text.lowercased()
      guard ["deprec", "renam", "alias", "legacy", "kwarg", "argument"].contains(where: name.contains) else { continue }
      names.formUnion(SourceScanner.quotedNames(scanner.parenthesized(after: attribute.range.end) ?? ""))
    }
    if let rest = declaration.parameters.last(where: { $0.kind == .variadicKeyword }) {
      names.formUnion(scanner.keys(of: rest.name.text, in: declaration.range))
    }
    return names.subtracting(declaration.parameters.map(\.name.text)).sorted()
  }

  private func attribute(_ binding: Binding, inModule: Bool) -> ApiSymbol? {
    let name = binding.name.text
    if name.hasPrefix("__") || (!inModule && Self.isPrivate(name)) { return nil }
    let value = binding.value.map { file.text[$0] }
    if inModule, let value, Self.isPlumbing(value) { return nil }
    // `except ImportError: Callback = object` replaces what could not be imported.
    if inModule, imported.contains(name) { return nil }
    var symbol = ApiSymbol(.attribute, name, at: places.place(binding.name.range))
    symbol.returns = binding.annotation.map { file.text[$0] }
    if binding.isOfInstance {
      symbol.traits.insert(.ofInstance)
      if !isStated(name, of: binding.owner) { symbol.traits.insert(.unstated) }
    }
    if let value, value.utf8.count <= 200 { symbol.value = value }
    if inModule, let value, PythonAliases.isType(value, annotation: symbol.returns) {
      symbol.traits.insert(.typeAlias)
      symbol.value = ApiSignature.oneLine(value)
    }
    if !inModule, !binding.isOfInstance, let annotation = symbol.returns, !annotation.contains("ClassVar") {
      symbol.traits.insert(.field)
      readField(value, into: &symbol)
    }
    return symbol
  }

  /// Whether an attribute of instances is more than an internal matter: named as a parameter of the constructor, or
  /// described in the class's documentation.
  private func isStated(_ name: String, of type: Int) -> Bool {
    let members = places.members[type] ?? []
    for index in members where file.model.declarations[index].name.text == "__init__" {
      if file.model.declarations[index].parameters.contains(where: { $0.name.text == name }) { return true }
    }
    guard let doc = file.model.declarations[type].doc, doc.sections.contains("attributes") else { return false }
    return file.text[doc.range].split(separator: "Attributes").dropFirst().contains { section in
      section.split(separator: "\n").contains { line in
        let text = line.drop { " *-`\t".contains($0) }
        return text.hasPrefix(name) && text.dropFirst(name.count).first.map { " :`(".contains($0) } ?? true
      }
    }
  }

  /// `field(default=1, init=False)` of dataclasses, `Field`, `attr.ib`.
  private func readField(_ value: String?, into symbol: inout ApiSymbol) {
    guard let value else { return }
    let callee = value.prefix { $0 != "(" }
    guard callee.count < value.count, ["field", "Field", "ib"].contains(callee.split(separator: ".").last ?? "") else {
      return
    }
    let compact = value.replacing(" ", with: "")
    if compact.contains("init=False") { symbol.traits.insert(.notInConstructor) }
    if compact.contains("kw_only=True") { symbol.traits.insert(.keywordOnly) }
    let arguments = ApiText.split(String(value.dropFirst(callee.count + 1).dropLast()), at: ",")
    symbol.value = nil
    for argument in arguments {
      let parts = ApiText.split(argument, at: "=", maximum: 1)
      guard parts.count == 2 else { continue }
      if parts[0] == "default" || parts[0] == "default_factory" || parts[0] == "factory" { symbol.value = parts[1] }
    }
  }

  /// Variables that a module keeps for itself though their names have no underscore.
  private static func isPlumbing(_ value: String) -> Bool {
    let callee = value.prefix { $0 != "(" }
    guard callee.utf8.count < value.utf8.count else { return false }
    switch callee.split(separator: ".").last ?? "" {
    case "getLogger", "get_logger", "TypeVar", "ParamSpec", "TypeVarTuple", "_LazyModule", "LazyModule",
      "RankedLogger", "Logger":
      return true
    default: return false
    }
  }

  /// `_x`, but not `__init__`.
  static func isPrivate(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("_") && !(name.hasPrefix("__") && name.hasSuffix("__"))
  }
}
