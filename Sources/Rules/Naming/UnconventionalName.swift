import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// A class of a framework's kind calls something otherwise than the framework's users expect: an estimator with a `seed`.
struct UnconventionalName: ProjectRule {
  struct Options: RuleOptions {
    enum Framework: String, Decodable, Sendable, CaseIterable { case auto, keras, sklearn, torch, hf, none }

    /// Whose words count; `auto` looks at the base classes.
    var framework: Framework
    /// Classes that make an unconventional name the house's own, where fewer have the conventional one.
    var houseUses: Int
    /// Names to leave alone.
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

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      let houseFiles = files.ofTheHouse
      for profile in profiles { judge(profile, in: houseFiles, project, &report) }
    }
  }

  private func judge(
    _ profile: Profile, in files: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report
  ) {
    var dissent: [String: [SharedParameter.Use]] = [:]
    var uses: [String: Int] = [:]
    for file in files {
      for signature in file.facts {
        guard let owner = signature.owner, profile.covers(owner, in: file.file.module, project) else { continue }
        let place = PlacedSignature(file: file.file, signature: signature)
        guard !place.isForeign(in: project) else { continue }
        for parameter in signature.parameters where profile.knows(parameter.name) {
          uses[parameter.name, default: 0] += 1
          guard signature.isPublic, signature.publication == .none, profile.rejects(parameter, in: signature) else {
            continue
          }
          dissent[parameter.name, default: []].append(.init(place: place, parameter: parameter))
        }
      }
    }
    for (name, places) in dissent.sorted(by: { $0.key < $1.key }) {
      guard let word = profile.word(for: name) else { continue }
      let conventional = uses[word, default: 0]
      if places.count >= options.houseUses, places.count > conventional { continue }
      // A slip from a word that nearly all have is the matter of `inconsistent-name`.
      let isSlip = conventional + places.count >= 5 && 4 * places.count <= conventional
      if profile.isSynonym(name), isSlip { continue }
      report.add(.unconventional(places, profile.kind.kind, word, conventional), on: places)
    }
  }
}

/// The words that one kind of class has, ready to be asked.
private struct Profile: Sendable {
  let kind: FrameworkProfile.Kind
  private let modules: Set<String>
  private let bases: Set<String>
  /// By unconventional name: the word, and the conditions under which the name stands for it.
  private var words: [String: (word: String, conditions: Concept.Conditions?)] = [:]
  private var conventional: Set<String> = []
  /// Names that the vocabulary takes for synonyms of their word.
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
      if concept.isEnabled, concept.needsHouseWord != true, sets.contains(where: { $0.contains(word) }) {
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

  /// Whether a parameter stands for something that has another word here, which its signature does not use already.
  func rejects(_ parameter: NamedSignature.Parameter, in signature: NamedSignature) -> Bool {
    guard let (word, conditions) = words[parameter.name] else { return false }
    return !signature.shape.split(separator: ",").contains { $0 == word }
      && !parameter.passedAs.contains(parameter.name)
      && ConditionTest(parameter, in: signature).satisfies(conditions)
  }

  /// Whether a type is of the kind, by its bases or by those of the project's types that it inherits from.
  func covers(_ type: String, in module: String, _ project: ProjectIndex) -> Bool {
    guard let entry = project.types[type]?.first(where: { $0.module == module }) else { return false }
    let all = entry.bases + project.ancestors(of: type, module: module).flatMap(\.bases)
    return all.contains { base in
      guard bases.contains(base.name) else { return false }
      if kind.isImitated == true { return true }
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
    let evidence = conventional > 0 ? ", as \(conventional) others here do" : ""
    return "'\(name)'\(copies) is what users of \(kind) know as '\(word)'; call it that\(evidence)"
  }
}
