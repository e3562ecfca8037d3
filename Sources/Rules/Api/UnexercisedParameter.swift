import LintModel
import LintRuleKit
import LintSourceText

/// An optional parameter that nothing in the repository ever sets, although tests call its function and set others.
///
/// Only parameters with a boolean or `None` as their default are checked, because the code behind them has never run. A
/// tolerance that nobody changes is not a flaw.
struct UnexercisedParameter: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum share of a function's optional parameters that must be set somewhere before the others are reported.
    var minimumShare: Double
  }

  struct Fact {
    var callables: [OfferedCallable]
    /// The parameters that are on their way out, by the symbols of their functions.
    var deprecated: [String: Set<String>] = [:]
    var calls: Calls
    /// The words of documents and configuration files, which may set options.
    var words: IdentifierSet
    /// The names that a test mentions.
    var tested: IdentifierSet
    /// The attributes that a test sets directly, without the initializer.
    var set: IdentifierSet
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python || file.language == .swift else {
      return [
        Fact(callables: [], calls: Calls(), words: file.model.mentions, tested: IdentifierSet(), set: IdentifierSet())
      ]
    }
    var calls = file.model.calls
    calls.sites = []
    for doc in file.model.declarations.compactMap(\.doc) {
      for example in doc.examples { Self.noteKeywords(file.text.bytes(in: example), &calls) }
    }
    let isHelper = PublicApi.isInternal(file.reference)
    let callables = OfferedCallable.all(in: file) { declaration in
      declaration.flags.isDisjoint(with: [.isStub, .isAbstract]) && !isHelper && !PublicApi.isForPeople(declaration)
        && declaration.parameters.contains { $0.defaultValue != nil }
    }
    let isTest = file.role == .test
    var deprecated: [String: Set<String>] = [:]
    for callable in callables {
      guard let declaration = file.model.declarations.first(where: { $0.name.range == callable.range })
      else { continue }
      let names = file.deprecatedParameters(of: declaration)
      if !names.isEmpty { deprecated[callable.symbol] = names }
    }
    return [
      Fact(
        callables: callables, deprecated: deprecated, calls: calls, words: IdentifierSet(),
        tested: isTest ? file.model.mentions : IdentifierSet(),
        set: isTest ? file.model.setAttributes : IdentifierSet())
    ]
  }

  /// `name=` in the text of an example.
  private static func noteKeywords(_ text: ArraySlice<UInt8>, _ calls: inout Calls) {
    for (index, byte) in zip(text.indices, text) where byte == UInt8(ascii: "=") {
      var end = index
      while end > text.startIndex, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
      var start = end
      while start > text.startIndex, text[start - 1].isIdentifierByte { start -= 1 }
      if start < end { calls.keywords.insert(bytes: text[start..<end]) }
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var calls = Calls()
    var words = IdentifierSet()
    var tested = IdentifierSet()
    var set = IdentifierSet()
    for fact in facts.flatMap(\.facts) {
      calls.formUnion(fact.calls)
      words.formUnion(fact.words)
      tested.formUnion(fact.tested)
      set.formUnion(fact.set)
    }
    let hierarchy = ClassHierarchy(project)
    for file in facts {
      // Overloads share their options.
      var said: Set<[String]> = []
      let deprecated = file.facts.first?.deprecated ?? [:]
      for callable in file.facts.flatMap(\.callables) {
        // A test that names the function could set its options; a function passed as a value may be called from
        // anywhere.
        guard tested.contains(callable.callee), callable.isInitializer || !calls.values.contains(callable.function)
        else { continue }
        if let owner = callable.owner, !hierarchy.isFree(callable.function, of: owner, in: file.file.module) {
          continue
        }
        let optional = callable.parameters.filter { $0.defaultValue != nil && !$0.name.hasPrefix("_") }
        let names = [callable.callee] + (callable.isInitializer ? ["cls"] + subclasses(of: callable, hierarchy) : [])
        let idle = optional.filter { parameter in
          isSwitch(parameter) && deprecated[callable.symbol]?.contains(parameter.name) != true
            && !(callable.isInitializer && set.contains(parameter.name))
            && !calls.keywords.contains(parameter.name) && !calls.texts.contains(parameter.name)
            && !words.contains(parameter.name) && !isFilled(parameter, of: callable, calls, names)
        }
        guard let first = idle.first,
          Double(optional.count - idle.count) >= options.minimumShare * Double(optional.count)
        else { continue }
        guard said.insert([callable.callee] + idle.map(\.name)).inserted else { continue }
        collector.add(
          .idle(idle.map(\.name), of: callable.callee),
          at: Location(path: file.file.path, range: first.range), symbol: callable.symbol)
      }
    }
  }

  private static let online: Set<Substring> = ["download", "upload", "push", "token"]

  /// Options that need the network are not set in tests.
  private func isSwitch(_ parameter: OfferedCallable.Parameter) -> Bool {
    if Name.words(of: parameter.name).contains(where: Self.online.contains) { return false }
    return switch parameter.defaultValue {
    case "True", "False", "None", "true", "false", "nil": true
    default: false
    }
  }

  private func subclasses(of callable: OfferedCallable, _ hierarchy: ClassHierarchy) -> [String] {
    guard let owner = callable.owner else { return [] }
    let subclasses = hierarchy.descendants(of: owner)
    return subclasses.isEmpty ? [] : subclasses + [callable.function]
  }

  private func isFilled(
    _ parameter: OfferedCallable.Parameter, of callable: OfferedCallable, _ calls: Calls, _ names: [String]
  ) -> Bool {
    guard let place = callable.positional.firstIndex(where: { $0.range == parameter.range }) else { return false }
    return names.contains { calls.fills(place, of: $0) }
  }
}

extension Message {
  fileprivate static func idle(_ names: [String], of callee: String) -> Message {
    let (are, them) = names.count == 1 ? ("is", "it") : ("are", "them")
    return "\(names.quoted()) of '\(callee)' \(are) never set in this repository; test \(them), or remove \(them)"
  }
}
