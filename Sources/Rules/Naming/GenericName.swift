import Lint

/// A public parameter is called `data`, `x` or `obj` where its function or its type has a better word.
struct GenericName: ProjectRule {
  struct Options: RuleOptions {
    /// Parameters elsewhere in the project that must have the better word already.
    var minimumUses: Int
    /// Names to leave alone.
    var except: [String]
  }

  struct Fact: Codable {
    var signatures: [NamedSignature]
    /// How many parameters of the file have each name.
    var names: [String: Int]
    /// Functions that do nothing yet.
    var stubs: Set<String>
  }

  let options: Options
  private let generic: Set<String>
  private let verbs: Set<String>
  private let vague: Set<String>

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    let words = vocabulary.lexicons.generic
    generic = Set(words.names).subtracting(options.except.map(Name.canonical))
    verbs = Set(words.verbs)
    vague = Set(words.vagueObjects).union(words.names)
  }

  func facts(in file: SourceFile) -> [Fact] {
    guard NamedSignature.isOfTheHouse(file) else { return [] }
    var names: [String: Int] = [:]
    for declaration in file.model.declarations where declaration.isCallable {
      for parameter in declaration.parameters { names[Name.canonical(parameter.publicName.text), default: 0] += 1 }
    }
    guard !names.isEmpty else { return [] }
    let stubs = file.model.declarations.indices.filter {
      !file.model.declarations[$0].flags.isDisjoint(with: [.isStub, .isAbstract])
    }
    return [
      Fact(
        signatures: NamedSignature.all(in: file, where: generic.contains), names: names,
        stubs: Set(stubs.map { file.symbol(of: $0) }))
    ]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      var names: [String: Int] = [:]
      for fact in files.flatMap(\.facts) { names.merge(fact.names, uniquingKeysWith: +) }
      let signatures = files.map { FileFacts(file: $0.file, facts: $0.facts.flatMap(\.signatures)) }
      let stubs = files.reduce(into: Set<String>()) { $0.formUnion($1.facts.flatMap(\.stubs)) }
      var seen: Set<String> = []
      for file in signatures.ofTheHouse {
        for signature in file.facts
        where signature.isPublic && signature.publication == .none && !stubs.contains(signature.symbol) {
          let place = PlacedSignature(file: file.file, signature: signature)
          guard isOwn(place, project), let (parameter, better) = better(in: signature, names, project),
            !isHabit(parameter.name, of: signature, among: file.facts),
            seen.insert("\(signature.function)#\(parameter.name)#\(better.word)").inserted
          else { continue }
          report.add(
            .generic(parameter.text, better, names[better.word] ?? 0), at: place.location(of: parameter),
            symbol: signature.symbol)
        }
      }
    }
  }

  private func isOwn(_ place: PlacedSignature, _ project: ProjectIndex) -> Bool {
    guard !place.isForeign(in: project), let owner = place.signature.owner else {
      return place.signature.owner == nil
    }
    return project.origin(ofMethod: place.signature.function, in: owner, module: place.file.module) == .own
  }

  /// Where several functions of one class or module call their first argument so, it is their common interface.
  private func isHabit(_ name: String, of signature: NamedSignature, among all: [NamedSignature]) -> Bool {
    let siblings = all.filter { other in
      other.owner == signature.owner && other.parameters.contains { $0.name == name && $0.position == 0 }
    }
    return Set(siblings.map(\.function)).count > 2
  }

  struct Better {
    var word: String
    /// What says it: a function or a type.
    var source: String
  }

  private func better(
    in signature: NamedSignature, _ names: [String: Int], _ project: ProjectIndex
  ) -> (NamedSignature.Parameter, Better)? {
    let shape = signature.shape.split(separator: ",").map(String.init)
    for parameter in signature.parameters {
      let words = [object(of: signature, parameter), type(of: parameter, project)].compactMap { $0 }
      for better in words
      where !shape.contains(where: { "_\($0)_".contains("_\(better.word)") })
        && names[better.word, default: 0] >= options.minimumUses
      {
        return (parameter, better)
      }
    }
    return nil
  }

  /// `image` of `save_image(x)`.
  private func object(of signature: NamedSignature, _ parameter: NamedSignature.Parameter) -> Better? {
    let words = Name.canonical(signature.function).split(separator: "_").map(String.init)
    guard parameter.position == 0, let verb = words.first, verbs.contains(verb) else { return nil }
    let object = words.dropFirst().prefix { !Self.ends($0) }
    let word = object.joined(separator: "_")
    guard let last = object.last, !vague.contains(word), !vague.contains(last),
      !["ing", "ed", "ly"].contains(where: last.hasSuffix)
    else { return nil }
    return Better(word: word, source: "'\(signature.function)'")
  }

  /// `graph` of `g: Graph`, where the project declares the type.
  private func type(of parameter: NamedSignature.Parameter, _ project: ProjectIndex) -> Better? {
    guard var type = parameter.annotation?.replacing(" | None", with: "") else { return nil }
    if type.hasPrefix("Optional["), type.hasSuffix("]") { type = String(type.dropFirst(9).dropLast()) }
    type = type.filter { $0 != "?" && $0 != "\"" && $0 != "'" }
    let name = type.split(separator: ".").last.map(String.init) ?? ""
    guard name.first?.isUppercase == true, name.allSatisfy({ $0.isLetter || $0.isNumber }),
      project.types[name] != nil
    else { return nil }
    let word = Name.canonical(name)
    guard !"_\(word)_".contains("_\(parameter.name)_"), !vague.contains(word) else { return nil }
    return Better(word: word, source: "its type '\(name)'")
  }

  private static func ends(_ word: String) -> Bool {
    switch word {
    case "to", "from", "with", "as", "for", "in", "into", "by", "on", "using", "at", "and", "or", "of", "if": true
    default: false
    }
  }
}

extension Message {
  fileprivate static func generic(_ name: String, _ better: GenericName.Better, _ uses: Int) -> Message {
    """
    '\(name)' could be anything, while \(better.source) and \(uses) other parameters say '\(better.word)'; call it that
    """
  }
}
