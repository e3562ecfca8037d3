import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// A framework subclass does not use the framework's usual parameter name: an estimator with a `seed`.
struct UnconventionalName: ProjectRule {
  struct Options: RuleOptions {
    enum Framework: String, Decodable, Sendable, CaseIterable { case auto, keras, sklearn, torch, hf, none }

    /// The framework whose names are expected; `auto` chooses by the base classes.
    var framework: Framework
    /// Number of classes with the same unconventional name that make it the project's convention, if fewer use the
    /// conventional one.
    var projectUses: Int
    /// Names that are not reported.
    var except: [String]
  }

  let options: Options
  private let profiles: [Profile]

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    let chosen = options.framework == .hf ? "huggingface" : options.framework.rawValue
    let except = Set(options.except.map(Name.canonical))
    profiles = vocabulary.lexicons.frameworks.flatMap { framework in
      guard options.framework == .auto || framework.framework == chosen else { return [Profile]() }
      return framework.kinds.map { Profile($0, of: framework, vocabulary, except: except) }
    }
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { name in profiles.contains { $0.knows(name) } }.filter { signature in
      signature.owner != nil && (signature.function == "__init__" || signature.function == "init")
    }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      let projectFiles = files.firstParty
      for profile in profiles { judge(profile, in: projectFiles, project, &collector) }
    }
  }

  private func judge(
    _ profile: Profile, in files: [FileFacts<NamedSignature>], _ project: ProjectIndex,
    _ collector: inout FindingCollector
  ) {
    var minority: [String: [SharedParameter.Use]] = [:]
    var uses: [String: Int] = [:]
    // A body that works out a `dilation` from its `dilation_rate` tells the two apart.
    var told: Set<String> = []
    for file in files {
      for signature in file.facts {
        guard let owner = signature.owner, profile.covers(owner, in: file.file.module, project) else { continue }
        let place = PlacedSignature(file: file.file, signature: signature)
        guard !place.isForeign(in: project) else { continue }
        for parameter in signature.parameters where profile.knows(parameter.name) {
          uses[parameter.name, default: 0] += 1
          if let word = profile.word(for: parameter.name), signature.assigned.contains(word) {
            told.insert(parameter.name)
          }
          guard signature.isPublic, signature.publication == .none, profile.rejects(parameter, in: signature) else {
            continue
          }
          minority[parameter.name, default: []].append(.init(place: place, parameter: parameter))
        }
      }
    }
    for (name, places) in minority.sorted(by: { $0.key < $1.key }) {
      guard let word = profile.word(for: name), !told.contains(name) else { continue }
      let conventional = uses[word, default: 0]
      if places.count >= options.projectUses, places.count > conventional { continue }
      // `inconsistent-name` reports exceptions to a name that nearly all signatures use.
      let isSlip = conventional + places.count >= 5 && 4 * places.count <= conventional
      if profile.isSynonym(name), isSlip { continue }
      collector.add(.unconventional(places, profile.kind.kind, word, conventional), on: places)
    }
  }
}

/// The expected names for one kind of class, prepared for lookup.
private struct Profile: Sendable {
  let kind: FrameworkProfile.Kind
  private let modules: Set<String>
  private let bases: Set<String>
  /// By unconventional name: the conventional one, and the conditions under which they mean the same.
  private var words: [String: (word: String, conditions: Concept.Conditions?)] = [:]
  private var conventional: Set<String> = []
  /// Names that the vocabulary treats as synonyms of the conventional one.
  private var synonyms: Set<String> = []

  init(_ kind: FrameworkProfile.Kind, of framework: FrameworkProfile, _ vocabulary: Vocabulary, except: Set<String>) {
    self.kind = kind
    modules = Set(framework.modules)
    bases = Set(kind.bases)
    for concept in vocabulary.concepts where kind.concepts.contains(concept.concept) {
      guard let word = concept.conventions?[framework.framework] else { continue }
      let sets =
        concept.names.contains { $0.contains(word) } ? concept.names.filter { $0.contains(word) } : concept.names
      for name in sets.joined() where name != word { words[name] = (word, concept.conditions) }
      if concept.isEnabled, concept.needsPreferredName != true, sets.contains(where: { $0.contains(word) }) {
        synonyms.formUnion(sets.joined())
      }
    }
    for (word, names) in kind.names ?? [:] {
      for name in names where words[name] == nil { words[Name.canonical(name)] = (Name.canonical(word), nil) }
    }
    conventional = Set(words.values.map(\.word))
    for name in except { words[name] = nil }
  }

  func knows(_ name: String) -> Bool { words[name] != nil || conventional.contains(name) }

  func isSynonym(_ name: String) -> Bool { synonyms.contains(name) }

  func word(for name: String) -> String? { words[name]?.word }

  /// Whether a parameter has a conventional name for this kind of class that its signature does not use already.
  func rejects(_ parameter: NamedSignature.Parameter, in signature: NamedSignature) -> Bool {
    guard let (word, conditions) = words[parameter.name] else { return false }
    return !signature.shape.split(separator: ",").contains { $0 == word }
      && !parameter.passedAs.contains(parameter.name)
      && ConditionTest(parameter, in: signature).satisfies(conditions)
  }

  /// Whether a type is of this kind, by its own bases or those of its ancestors in the project.
  func covers(_ type: String, in module: String, _ project: ProjectIndex) -> Bool {
    guard let entry = project.types[type]?.first(where: { $0.module == module }) else { return false }
    let all = entry.bases + project.ancestors(of: type, module: module).flatMap(\.bases)
    return all.contains { base in
      guard bases.contains(base.name) else { return false }
      if kind.hasLookalikes == true { return true }
      let home = base.home ?? module
      return home.split(separator: ".").first.map { modules.contains(String($0)) } ?? false
    }
  }
}

extension Message {
  fileprivate static func unconventional(
    _ places: [SharedParameter.Use], _ kind: String, _ word: String, _ conventional: Int
  ) -> Message {
    let name = places.first?.parameter.text ?? ""
    let copies = places.count > 1 ? " (in \(places.count) classes)" : ""
    let evidence = conventional > 0 ? ", as in \(counted(conventional, "other signature")) here" : ""
    return "'\(name)'\(copies) is unconventional for \(kind); rename it to '\(word)'\(evidence)"
  }
}
