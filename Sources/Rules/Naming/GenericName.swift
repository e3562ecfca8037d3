import LintModel
import LintRuleKit
import LintSourceText

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
  private let words: GenericLexicon

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    words = GenericLexicon(vocabulary.lexicons.generic, except: options.except)
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
        signatures: NamedSignature.all(in: file, where: words.isGeneric), names: names,
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
          guard isOwn(place, project), seen.insert(signature.family).inserted else { continue }
          judge(place, among: file.facts, names, project, &report)
        }
      }
    }
  }

  private func judge(
    _ place: PlacedSignature, among siblings: [NamedSignature], _ names: [String: Int], _ project: ProjectIndex,
    _ report: inout Report
  ) {
    let signature = place.signature
    if let (parameter, better) = words.better(in: signature, names, project, minimumUses: options.minimumUses),
      !isHabit(parameter.name, of: signature, among: siblings)
    {
      report.add(
        .generic(parameter.text, better, names[better.word] ?? 0), at: place.location(of: parameter),
        symbol: signature.symbol)
    } else if let empty = words.emptyNames(of: signature), let first = empty.first {
      report.add(.empty(empty.map(\.text)), at: place.location(of: first), symbol: signature.symbol)
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
}

extension Message {
  fileprivate static func generic(_ name: String, _ better: BetterWord, _ uses: Int) -> Message {
    """
    '\(name)' could be anything, while \(better.source) and \(uses) other parameters say '\(better.word)'; call it that
    """
  }

  fileprivate static func empty(_ names: [String]) -> Message {
    let list = names.prefix(2).map { "'\($0)'" }.joined(separator: " and ")
    return
      "\(list) \(names.count > 1 ? "say" : "says") nothing of what goes in; name \(names.count > 1 ? "each" : "it") after its part"
  }
}
