import LintModel
import LintRuleKit
import LintSourceText

/// A parameter that its function never reads and that nothing outside the function requires.
///
/// A signature is often determined by a base class, a sibling, a registry, or a caller that takes the function as a
/// value. Only the whole repository shows it; in doubt, the parameter is not reported.
struct UnusedParameter: ProjectRule {
  struct Fact {
    struct Candidate {
      var symbol: String
      var function: String
      var owner: String?
      /// Direct bases that this project's classes may share.
      var bases: [String]
      /// The hash of all parameters, as in `takes`; nil if they are too few to be characteristic.
      var shape: UInt64?
      var parameters: [Unread]
    }

    struct Unread {
      var name: String
      var range: SourceRange
      /// Its place in the signature.
      var place: Int
      /// True if no family of functions excuses it: the body calls one that takes it and does not hand it on, or it
      /// promises reproducible results.
      var isCertain: Bool
      /// True for `**kwargs`.
      var isCatchAll: Bool
    }

    var candidates: [Candidate]
    /// Hashes (`ParameterHash`) of which functions and types take which parameters, and of whole parameter lists.
    var takes: [UInt64]
    var calls: Calls
    /// The names of functions that a configuration file refers to.
    var configured = IdentifierSet()
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python || file.language == .swift else {
      let configured = file.language == .markdown ? IdentifierSet() : ConfiguredNames.read(file)
      return [Fact(candidates: [], takes: [], calls: Calls(), configured: configured)]
    }
    var calls = file.model.calls
    calls.sites = []
    let reader = UnreadParameters(file)
    return [Fact(candidates: reader.candidates, takes: reader.takes, calls: calls)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { !$0.candidates.isEmpty } }) else { return }
    var calls = Calls()
    var takes = TakenParameters()
    var configured = IdentifierSet()
    for fact in facts.flatMap(\.facts) {
      calls.formUnion(fact.calls)
      configured.formUnion(fact.configured)
      for hash in fact.takes { takes.insert(hash) }
    }
    let contracts = ShapeContracts(project, calls: calls, takes: takes, configured: configured)
    for file in facts {
      for candidate in file.facts.flatMap(\.candidates) where contracts.isFree(candidate, in: file.file) {
        let unread = candidate.parameters.filter { !contracts.prescribe($0, of: candidate, in: file.file) }
        for catchAll in unread where catchAll.isCatchAll {
          collector.add(
            .swallowing(catchAll.name), at: Location(path: file.file.path, range: catchAll.range),
            symbol: candidate.symbol)
        }
        let named = unread.filter { !$0.isCatchAll }
        guard let first = named.first else { continue }
        collector.add(
          .unread(named.map(\.name), in: file.file.language), at: Location(path: file.file.path, range: first.range),
          symbol: candidate.symbol)
      }
    }
  }
}

/// The signatures that are determined from outside.
private struct ShapeContracts {
  private let project: ProjectIndex
  private let hierarchy: ClassHierarchy
  private let calls: Calls
  private let takes: TakenParameters
  private let configured: IdentifierSet

  init(_ project: ProjectIndex, calls: Calls, takes: TakenParameters, configured: IdentifierSet) {
    self.project = project
    hierarchy = ClassHierarchy(project)
    self.calls = calls
    self.takes = takes
    self.configured = configured
  }

  func isFree(_ candidate: UnusedParameter.Fact.Candidate, in file: FileReference) -> Bool {
    let name = candidate.function
    let isInitializer = name == "__init__" || name == "init"
    // A function that is passed as a value or looked up by name has the signature that its caller expects.
    if !isInitializer,
      calls.values.contains(name) || calls.texts.contains(name) || calls.paths.contains(name)
        || configured.contains(name)
    {
      return false
    }
    // Functions with the same parameter list are called in the same way.
    if let shape = candidate.shape, takes.isShared(shape), !candidate.parameters.contains(where: \.isCertain) {
      return false
    }
    guard let owner = candidate.owner else { return true }
    if !isInitializer, hierarchy.isCalledFromOutside(name, of: owner, in: file.module) { return false }
    if hierarchy.isFree(name, of: owner, in: file.module) { return true }
    // An override must take what the method of its base takes, and nothing more.
    guard case .inherited = project.origin(ofMethod: name, in: owner, module: file.module) else { return false }
    return candidate.parameters.contains { isNew($0, of: candidate, in: file) }
  }

  /// Whether an override adds a parameter that no base's method has a place for.
  private func isNew(
    _ parameter: UnusedParameter.Fact.Unread, of candidate: UnusedParameter.Fact.Candidate, in file: FileReference
  ) -> Bool {
    guard let owner = candidate.owner else { return false }
    let method = ParameterHash.name(candidate.function)
    let bases = project.ancestors(of: owner, module: file.module).filter { $0.methods.contains(candidate.function) }
    return !bases.isEmpty
      && bases.allSatisfy { base in
        let type = ParameterHash.name(base.name)
        return !takes.isTaken(ParameterHash.place(parameter.place, of: method, in: type))
          && !takes.isTaken(ParameterHash.place(ParameterHash.anyPlace, of: method, in: type))
      }
  }

  func prescribe(
    _ unread: UnusedParameter.Fact.Unread, of candidate: UnusedParameter.Fact.Candidate, in file: FileReference
  ) -> Bool {
    let name = candidate.function
    let isInitializer = name == "__init__" || name == "init"
    if !isInitializer, let owner = candidate.owner,
      case .inherited = project.origin(ofMethod: name, in: owner, module: file.module),
      !isNew(unread, of: candidate, in: file)
    {
      return true
    }
    if unread.isCertain { return false }
    if let shape = candidate.shape, takes.isShared(shape) { return true }
    let parameter = ParameterHash.name(unread.name)
    guard isInitializer, let owner = candidate.owner else {
      return takes.isShared(ParameterHash.function(ParameterHash.name(name), parameter))
    }
    if candidate.bases.contains(where: { takes.isShared(ParameterHash.base(ParameterHash.name($0), parameter)) }) {
      return true
    }
    if takes.isShared(ParameterHash.type(ParameterHash.name(owner), parameter)) { return true }
    let kin = hierarchy.descendants(of: owner).union(project.ancestors(of: owner, module: file.module).map(\.name))
    return kin.contains { takes.isTaken(ParameterHash.type(ParameterHash.name($0), parameter)) }
  }
}

extension Message {
  fileprivate static func swallowing(_ name: String) -> Message {
    "'**\(name)' is never read, so a misspelled keyword goes unnoticed; remove it, or document why it is kept"
  }

  fileprivate static func unread(_ names: [String], in language: Language) -> Message {
    let (they, are, them) = names.count == 1 ? ("it", "is", "it") : ("they", "are", "them")
    let reason = language == .swift ? "\(they) \(are) kept" : "callers still pass \(them)"
    return "\(names.quoted()) \(are) never read; remove \(them), or document why \(reason)"
  }
}
