/// The vocabulary of one distribution.
package struct PackageVocabulary: Sendable {
  /// Its folder; "" for the repository itself.
  package let distribution: String
  /// How often each name of each concept occurs, in the vocabulary's order.
  package let concepts: [(candidate: Vocabulary.Candidate, counts: NameCounts)]
  /// How often each affix of each count occurs, ordered by noun.
  package let counts: [(noun: String, counts: NameCounts)]
  /// The same of concepts with one more word, such as the maximum length of a completion.
  package let qualified: [(qualified: Vocabulary.Qualified, counts: NameCounts)]
  /// The parameters of all its signatures that have names worth keeping.
  package let names: Set<String>
  /// The number of signatures with a parameter of each known name, no matter who chose it.
  package let definitions: [String: Int]
  /// How often each order of each pair occurs, in the vocabulary's order.
  package let orders: [(pair: OrderPairs.Pair, counts: OrderCounts)]

  init(
    distribution: String, _ files: [FileFacts<NamedSignature>], of all: [FileFacts<NamedSignature>],
    _ vocabulary: Vocabulary, _ project: ProjectIndex
  ) {
    self.distribution = distribution
    var concepts: [Vocabulary.Candidate: NameCounts] = [:]
    var counts: [String: NameCounts] = [:]
    var qualified: [Vocabulary.Qualified: NameCounts] = [:]
    var orders = vocabulary.orders.map { _ in OrderCounts() }
    names = files.reduce(into: []) {
      $0.formUnion($1.facts.lazy.flatMap { $0.shape.split(separator: ",").map(String.init) })
    }
    definitions = all.reduce(into: [:]) { definitions, file in
      for signature in file.facts where signature.surface == .parameters {
        for name in Set(signature.shape.split(separator: ",")) { definitions[String(name), default: 0] += 1 }
      }
    }
    for file in files {
      let operators = Self.operatorNames(in: file.facts)
      for signature in file.facts {
        let place = PlacedSignature(file: file.file, signature: signature)
        guard !place.isForeign(in: project) else { continue }
        for (candidate, uses) in ConceptUses(place, vocabulary, project).uses {
          let uses = uses.map { use in
            var use = use
            if let owner = signature.owner, operators.contains("\(owner).\(use.parameter.name)") { use.isWaived = true }
            return use
          }
          concepts[candidate, default: NameCounts()].add(uses)
        }
        for (key, parameters) in Self.qualified(in: signature, vocabulary) {
          qualified[key, default: NameCounts()].add(parameters, of: place)
        }
        for (noun, parameters) in Self.counts(in: signature) {
          counts[noun, default: NameCounts()].add(parameters, of: place)
        }
        for (index, pair) in vocabulary.orders.enumerated() {
          if let order = ParameterOrder(of: pair, in: signature) { orders[index].add(order, of: place) }
        }
      }
    }
    self.concepts = concepts.sorted { ($0.key.concept, $0.key.set) < ($1.key.concept, $1.key.set) }
      .map { ($0.key, $0.value) }
    self.qualified = qualified.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.orders = zip(vocabulary.orders, orders).filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
  }

  /// The parameters that stand for a concept with one more word.
  private static func qualified(
    in signature: NamedSignature, _ vocabulary: Vocabulary
  ) -> [Vocabulary.Qualified: [NamedSignature.Parameter]] {
    var result: [Vocabulary.Qualified: [NamedSignature.Parameter]] = [:]
    for parameter in signature.parameters where CountName(canonical: parameter.name) == nil {
      guard !vocabulary.knows(parameter.name), let qualified = vocabulary.qualified(parameter.name),
        ConditionTest(parameter, in: signature).answer(vocabulary.concepts[qualified.candidate.concept].conditions)
          == .yes
      else { continue }
      result[qualified, default: []].append(parameter)
    }
    return result
  }

  /// The names that the operators of a class have for their parameters: beside `__getitem__(self, index)`, another
  /// method of the class says `index` too.
  private static func operatorNames(in signatures: [NamedSignature]) -> Set<String> {
    var result: Set<String> = []
    for signature in signatures where signature.parameters.isEmpty && signature.function.hasPrefix("__") {
      guard let owner = signature.owner else { continue }
      for name in signature.shape.split(separator: ",") { result.insert("\(owner).\(name)") }
    }
    return result
  }

  /// The parameters that count something, by what they count.
  private static func counts(in signature: NamedSignature) -> [String: [NamedSignature.Parameter]] {
    var result: [String: [NamedSignature.Parameter]] = [:]
    for parameter in signature.parameters {
      // `num_channels: Sequence[int]` has one number a layer.
      guard let noun = CountName(canonical: parameter.name)?.noun, !ParameterKind(of: parameter).isMany else {
        continue
      }
      // A body that works out a `num_heads` from its `n_heads` tells the two apart.
      let isTold = signature.assigned.contains { $0 != parameter.name && CountName(canonical: $0)?.noun == noun }
      if !isTold { result[noun, default: []].append(parameter) }
    }
    return result
  }
}
