import LintModel
import LintRuleKit
import LintSourceText

/// A parameter that its function never reads and that nothing outside the function requires.
///
/// A signature is often determined by a base class, a sibling, a registry, or a caller that takes the function as a
/// value. Only the whole repository shows it; in doubt, the parameter is not reported.
struct UnusedParameter: ProjectRule {
  /// What shows that a parameter should have been read.
  enum Evidence: Equatable {
    /// The body calls a function that accepts it, but does not pass it.
    case dropped(String)
    /// The body passes a different value under its name.
    case replaced(String)
    /// The body sets the attribute of its name to a constant.
    case fixed
    /// It promises reproducible results.
    case promise
    /// Functions or types of the same name read it.
    case family(String)
  }

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
      /// Why no family of functions excuses it.
      var evidence: Evidence?
      var isOptional: Bool
      /// True if a neighbor with a similar name reads it.
      var isReadNearby: Bool
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
    let candidates = facts.lazy.flatMap { $0.facts.lazy.flatMap(\.candidates) }
    var takes = TakenParameters(counted: candidates.flatMap { Families.counted(of: $0) })
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
        for catchAll in unread where catchAll.isCatchAll && !contracts.isSpread(candidate) {
          collector.add(
            .swallowing(catchAll.name), at: Location(path: file.file.path, range: catchAll.range),
            symbol: candidate.symbol)
        }
        let named = unread.filter { !$0.isCatchAll }
        guard let first = named.first else { continue }
        collector.add(
          .unread(
            named.map(\.name), in: file.file.language,
            contracts.evidence(for: named, of: candidate, in: file.file)),
          at: Location(path: file.file.path, range: first.range),
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
    if !isInitializer, calls.values.contains(name) { return false }
    if isLookedUp(candidate), !candidate.parameters.contains(where: isUnheardOf) { return false }
    // Functions with the same parameter list are called in the same way.
    if candidate.parameters.allSatisfy({ isOfShape($0, candidate, in: file) }) { return false }
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
    if isUnheardOf(unread) { return false }
    if isLookedUp(candidate) { return true }
    if isCertain(unread, of: candidate, in: file) { return false }
    if isOfShape(unread, candidate, in: file) { return true }
    guard isInitializer, let owner = candidate.owner else { return isOfFamily(unread, candidate) }
    // A class that is stored or passed on is created with the arguments of its like.
    if calls.values.contains(owner), unread.isReadNearby { return true }
    if isOfFamily(unread, candidate) { return true }
    let parameter = ParameterHash.name(unread.name)
    let kin = hierarchy.descendants(of: owner).union(project.ancestors(of: owner, module: file.module).map(\.name))
    return kin.contains { takes.isTaken(ParameterHash.type(ParameterHash.name($0), parameter)) }
  }

  /// Whether a text or a configuration names the function, so that callers may get it without importing it.
  private func isLookedUp(_ candidate: UnusedParameter.Fact.Candidate) -> Bool {
    let name = candidate.function
    return !Families.isInitializer(candidate)
      && (calls.texts.contains(name) || calls.paths.contains(name) || configured.contains(name))
  }

  /// Whether no call, text, configuration or other function of the project has the name of a parameter that callers
  /// need not pass: then nobody can require it.
  private func isUnheardOf(_ unread: UnusedParameter.Fact.Unread) -> Bool {
    unread.isOptional && !unread.isCatchAll && !calls.keywords.contains(unread.name)
      && !calls.texts.contains(unread.name) && !configured.contains(unread.name)
      && !takes.isShared(ParameterHash.any(ParameterHash.name(unread.name)))
  }

  /// Whether a call somewhere spreads a mapping over the parameters, `train(**vars(args))`: the others end up in
  /// `**kwargs`.
  func isSpread(_ candidate: UnusedParameter.Fact.Candidate) -> Bool {
    let name = Families.isInitializer(candidate) ? candidate.owner ?? candidate.function : candidate.function
    return calls.fills(Self.unseenPlace, of: name)
  }

  /// No call is known to fill this place unless it unpacks values.
  private static let unseenPlace = 60

  /// What a message can say about all of the parameters.
  func evidence(
    for unread: [UnusedParameter.Fact.Unread], of candidate: UnusedParameter.Fact.Candidate, in file: FileReference
  ) -> UnusedParameter.Evidence? {
    let isShared = unread.allSatisfy { $0.evidence == unread.first?.evidence && isCertain($0, of: candidate, in: file) }
    if isShared { return unread.first?.evidence }
    return unread.allSatisfy { isReadByNamesakes($0, candidate) }
      ? .family(Families.isInitializer(candidate) ? candidate.owner ?? "" : candidate.function) : nil
  }

  /// Whether functions or types with the same parameters excuse one that is never read. They do not if they read it and
  /// callers need not pass it.
  private func isOfShape(
    _ unread: UnusedParameter.Fact.Unread, _ candidate: UnusedParameter.Fact.Candidate, in file: FileReference
  ) -> Bool {
    guard let shape = candidate.shape, takes.isShared(shape), !isCertain(unread, of: candidate, in: file) else {
      return false
    }
    // A class that is only ever called by its name is not exchanged for one like it.
    let ignored = ParameterHash.unread(ParameterHash.name(unread.name), in: shape)
    if Families.isInitializer(candidate), isChoice(unread, candidate), !takes.isIgnoredByOthers(ignored) {
      return false
    }
    return !isReadByFamily(unread, candidate)
  }

  /// Whether namesakes, or classes with the same base, excuse a parameter.
  private func isOfFamily(
    _ unread: UnusedParameter.Fact.Unread, _ candidate: UnusedParameter.Fact.Candidate
  ) -> Bool {
    let parameter = ParameterHash.name(unread.name)
    // A factory creates the classes of one base with the same arguments.
    if Families.isInitializer(candidate),
      candidate.bases.contains(where: { takes.isShared(ParameterHash.base(ParameterHash.name($0), parameter)) })
    {
      return true
    }
    return takes.isShared(Families.namesakes(of: candidate, parameter)) && !isReadByFamily(unread, candidate)
  }

  /// Whether nearly all functions or types of the same name, or with the same parameters, read a parameter that
  /// callers need not pass.
  private func isReadByFamily(
    _ unread: UnusedParameter.Fact.Unread, _ candidate: UnusedParameter.Fact.Candidate
  ) -> Bool {
    guard isChoice(unread, candidate) else { return false }
    let parameter = ParameterHash.name(unread.name)
    return Families.all(of: candidate, parameter).contains { hash in
      takes.isReadByOthers(hash, unread: ParameterHash.unread(parameter, in: hash))
    }
  }

  private func isReadByNamesakes(
    _ unread: UnusedParameter.Fact.Unread, _ candidate: UnusedParameter.Fact.Candidate
  ) -> Bool {
    let parameter = ParameterHash.name(unread.name)
    let hash = Families.namesakes(of: candidate, parameter)
    return takes.isReadByOthers(hash, unread: ParameterHash.unread(parameter, in: hash))
  }

  /// Whether nothing forces callers to pass the parameter: it is optional, or of a class that is not looked up.
  private func isChoice(
    _ unread: UnusedParameter.Fact.Unread, _ candidate: UnusedParameter.Fact.Candidate
  ) -> Bool {
    guard Families.isInitializer(candidate), let owner = candidate.owner else { return unread.isOptional }
    return !calls.values.contains(owner) && !calls.texts.contains(owner)
  }

  /// Whether the evidence for a flaw holds in view of the whole project.
  private func isCertain(
    _ unread: UnusedParameter.Fact.Unread, of candidate: UnusedParameter.Fact.Candidate, in file: FileReference
  ) -> Bool {
    switch unread.evidence {
    case nil: return false
    case .dropped, .fixed, .promise, .family: return true
    case .replaced(let callee):
      // What another library calls `dtype` or `dim` may be something else.
      let parameter = ParameterHash.name(unread.name)
      guard callee.hasPrefix("super(") else {
        let name = ParameterHash.name(callee)
        return takes.isTaken(ParameterHash.function(name, parameter))
          || takes.isTaken(ParameterHash.type(name, parameter))
      }
      guard let owner = candidate.owner else { return false }
      return project.ancestors(of: owner, module: file.module).contains {
        takes.isTaken(ParameterHash.type(ParameterHash.name($0.name), parameter))
      }
    }
  }
}

/// What else may have the parameters of a function, as hashes.
private enum Families {
  static func isInitializer(_ candidate: UnusedParameter.Fact.Candidate) -> Bool {
    candidate.owner != nil && (candidate.function == "__init__" || candidate.function == "init")
  }

  /// Functions of the same name; for an initializer, types of the same name.
  static func namesakes(of candidate: UnusedParameter.Fact.Candidate, _ parameter: UInt64) -> UInt64 {
    if isInitializer(candidate), let owner = candidate.owner {
      return ParameterHash.type(ParameterHash.name(owner), parameter)
    }
    return ParameterHash.function(ParameterHash.name(candidate.function), parameter)
  }

  /// With those that have the same parameters.
  static func all(of candidate: UnusedParameter.Fact.Candidate, _ parameter: UInt64) -> [UInt64] {
    [namesakes(of: candidate, parameter)] + (candidate.shape.map { [$0] } ?? [])
  }

  /// The hashes whose number matters.
  static func counted(of candidate: UnusedParameter.Fact.Candidate) -> [UInt64] {
    candidate.parameters.flatMap { unread in
      let parameter = ParameterHash.name(unread.name)
      let all = all(of: candidate, parameter)
      return all + all.map { ParameterHash.unread(parameter, in: $0) }
    }
  }
}

extension Message {
  fileprivate static func swallowing(_ name: String) -> Message {
    "'**\(name)' is never read, so a misspelled keyword goes unnoticed; remove it, or document why it is kept"
  }

  fileprivate static func unread(
    _ names: [String], in language: Language, _ evidence: UnusedParameter.Evidence?
  ) -> Message {
    let (they, are, them) = names.count == 1 ? ("it", "is", "it") : ("they", "are", "them")
    let unread = "\(names.quoted()) \(are) never read"
    let reason = language == .swift ? "\(they) \(are) kept" : "callers still pass \(them)"
    return switch evidence {
    case .dropped(let callee): "\(unread); pass \(them) on to '\(callee)', or remove \(them)"
    case .replaced(let callee): "\(unread), and '\(callee)' gets a different value; pass \(them) on, or remove \(them)"
    case .fixed: "\(unread), and the attribute is set to a constant; use \(them), or remove \(them)"
    case .family(let name): "\(unread), but other definitions of '\(name)' read \(them); use \(them), or remove \(them)"
    case .promise, nil: "\(unread); remove \(them), or document why \(reason)"
    }
  }
}
