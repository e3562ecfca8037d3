import LintModel
import LintRuleKit
import LintSourceText

/// A public parameter is named `data`, `x` or `obj` although its function or its type contains a better name.
struct GenericName: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of other parameters in the project that must already have the better name.
    var minimumUses: Int
    /// Names that are not reported.
    var except: [String]
  }

  struct Fact {
    var signatures: [NamedSignature]
    /// How many parameters in the file have each name.
    var names: [String: Int]
    /// Functions without an implementation.
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
    guard NamedSignature.isFirstParty(file) else { return [] }
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

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      var names: [String: Int] = [:]
      for fact in files.flatMap(\.facts) { names.merge(fact.names, uniquingKeysWith: +) }
      let signatures = files.map { FileFacts(file: $0.file, facts: $0.facts.flatMap(\.signatures)) }
      let stubs = files.reduce(into: Set<String>()) { $0.formUnion($1.facts.flatMap(\.stubs)) }
      var seen: Set<String> = []
      for file in signatures.firstParty {
        for signature in file.facts
        where signature.isPublic && signature.publication == .none && !stubs.contains(signature.symbol) {
          let place = PlacedSignature(file: file.file, signature: signature)
          guard isOwn(place, project), seen.insert(signature.family).inserted else { continue }
          judge(place, among: file.facts, names, project, &collector)
        }
      }
    }
  }

  private func judge(
    _ place: PlacedSignature, among siblings: [NamedSignature], _ names: [String: Int], _ project: ProjectIndex,
    _ collector: inout FindingCollector
  ) {
    let signature = place.signature
    if let (parameter, better) = words.better(in: signature, names, project, minimumUses: options.minimumUses),
      !isSiblingConvention(parameter.name, of: signature, among: siblings)
    {
      collector.add(
        .generic(parameter.text, better, names[better.word] ?? 0), at: place.location(of: parameter),
        symbol: signature.symbol)
    } else if let empty = words.emptyNames(of: signature), let first = empty.first {
      collector.add(.empty(empty.map(\.text)), at: place.location(of: first), symbol: signature.symbol)
    }
  }

  private func isOwn(_ place: PlacedSignature, _ project: ProjectIndex) -> Bool {
    guard !place.isForeign(in: project), let owner = place.signature.owner else {
      return place.signature.owner == nil
    }
    return project.origin(ofMethod: place.signature.function, in: owner, module: place.file.module) == .own
  }

  /// If several functions of one class or module use the name for their first argument, it is their common interface.
  private func isSiblingConvention(_ name: String, of signature: NamedSignature, among all: [NamedSignature]) -> Bool {
    let siblings = all.filter { other in
      other.owner == signature.owner && other.parameters.contains { $0.name == name && $0.position == 0 }
    }
    return Set(siblings.map(\.function)).count > 2
  }
}

extension Message {
  fileprivate static func generic(_ name: String, _ better: BetterWord, _ uses: Int) -> Message {
    "'\(name)' is too generic; rename it to '\(better.word)', as in \(better.source) and \(counted(uses, "parameter")) elsewhere"
  }

  fileprivate static func empty(_ names: [String]) -> Message {
    names.count == 1
      ? "\(names.quoted(upTo: 3, conjunction: "and")) does not say what to pass; name it after its role"
      : "\(names.quoted(upTo: 2, conjunction: "and")) do not say what to pass; name each after its role"
  }
}
