import LintModel
import LintRuleKit
import LintSourceText

/// A dictionary parameter hides a function's options: the body reads keys that neither the signature nor the
/// documentation names.
struct OpaqueConfigurationParameter: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of keys before a dictionary parameter is reported; for `**kwargs`, two are enough.
    var minimumKeys: Int
  }

  struct Fact {
    var hidden: [Hidden]
    /// The names of functions and methods that accept any keyword.
    var catchAlls: [String]
    /// Names that are passed on as values.
    var values: IdentifierSet
    /// The names of parameters whose keys a body reads, once for each function.
    var keyed: [String]
  }

  struct Hidden {
    var symbol: String
    var function: String
    var owner: String?
    var isCatchAll: Bool
    var name: String
    var keys: [String]
    var range: SourceRange
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    let declarations = file.model.declarations
    let catchAlls = declarations.filter { $0.isCallable && $0.parameters.last?.kind == .variadicKeyword }
    let isInScope = !file.reference.isExcluded
    return [
      Fact(
        hidden: isInScope ? declarations.indices.flatMap { hidden(in: $0, of: file) } : [],
        catchAlls: catchAlls.map(\.name.text), values: file.model.calls.values,
        keyed: file.role == .library
          ? declarations.flatMap { $0.parameters.lazy.filter { !$0.use.keys.isEmpty }.map(\.name.text) } : [])
    ]
  }

  private func hidden(in index: Int, of file: SourceFile) -> [Hidden] {
    let declaration = file.model.declarations[index]
    guard declaration.isCallable, declaration.isPublic || declaration.isInitializer,
      declaration.flags.isDisjoint(with: [.isLocal, .isOverload, .isDeprecated, .isOverride])
    else { return [] }
    let owner = declaration.parent.map { file.model.declarations[$0] }
    if declaration.isInitializer, owner?.isPublic != true { return [] }
    guard declaration.parameters.contains(where: { !$0.use.keys.isEmpty }), !file.mentionsDeprecation(in: declaration)
    else { return [] }
    let docs = [declaration.doc, declaration.isInitializer ? owner?.doc : nil].compactMap { $0 }
    return declaration.parameters.compactMap { parameter in
      guard isOpaque(parameter, docs, in: file) else { return nil }
      return Hidden(
        symbol: file.symbol(of: index), function: declaration.name.text,
        owner: owner?.kind == .type ? owner?.name.text : nil, isCatchAll: parameter.kind == .variadicKeyword,
        name: parameter.name.text, keys: parameter.use.keys, range: parameter.name.range)
    }
  }

  private func isOpaque(_ parameter: Parameter, _ docs: [Doc], in file: SourceFile) -> Bool {
    let use = parameter.use
    let isCatchAll = parameter.kind == .variadicKeyword
    // `**inputs` holds named values, not options.
    if isCatchAll, !["kw", "arg", "opt", "param", "conf"].contains(where: parameter.name.text.contains) {
      return false
    }
    // `**private_args` are hidden on purpose.
    if isCatchAll, parameter.name.text.contains("private") || use.keys.allSatisfy({ $0.hasPrefix("_") }) {
      return false
    }
    guard !use.isPassedOn, use.keys.count >= (isCatchAll ? 2 : options.minimumKeys) else { return false }
    if !isCatchAll, let type = parameter.annotation, !["dict", "Dict", "Mapping", "Any"].contains(where: type.contains)
    {
      return false
    }
    // If the documentation names most of the keys, callers can know them.
    let text = docs.map { file.text[$0.range] }.joined()
    return 2 * use.keys.filter { text.contains($0) }.count < use.keys.count
  }

  private static let mostReaders = 6

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let hierarchy = ClassHierarchy(project)
    var values = IdentifierSet()
    var catchAlls: [String: Int] = [:]
    var keyed: [String: Int] = [:]
    for fact in facts.flatMap(\.facts) {
      for name in fact.keyed { keyed[name, default: 0] += 1 }
      values.formUnion(fact.values)
      for name in fact.catchAlls { catchAlls[name, default: 0] += 1 }
    }
    for file in facts {
      for hidden in file.facts.flatMap(\.hidden) {
        // A configuration that many functions read is the project's own format, which its users write.
        if !hidden.isCatchAll, keyed[hidden.name, default: 0] >= Self.mostReaders { continue }
        let isInitializer = hidden.function == "__init__"
        // A function that is passed as a value, or that shares its name with others, is called in the same way as
        // those.
        if !isInitializer, values.contains(hidden.function) || catchAlls[hidden.function, default: 0] > 1 { continue }
        if let owner = hidden.owner, !hierarchy.isFree(hidden.function, of: owner, in: file.file.module) { continue }
        collector.add(.opaque(hidden), at: Location(path: file.file.path, range: hidden.range), symbol: hidden.symbol)
      }
    }
  }
}

extension Message {
  fileprivate static func opaque(_ fact: OpaqueConfigurationParameter.Hidden) -> Message {
    let name = fact.isCatchAll ? "**\(fact.name)" : fact.name
    return """
      '\(name)' hides \(fact.keys.count) parameters (\(fact.keys.quoted())); \
      \(fact.isCatchAll ? "make them keyword-only parameters" : "take keyword parameters or a dataclass instead")
      """
  }
}
