import LintModel
import LintRuleKit
import LintSourceText

/// Sibling classes take the same parameters in a different order or under different names.
struct InconsistentSiblingSignature: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of siblings that must agree before a deviating class is reported.
    var minimumSiblings: Int
    /// Minimum share of the siblings that must agree.
    var minimumShare: Double
  }

  struct Fact {
    struct Sibling {
      var callable: OfferedCallable
      /// The class's direct bases.
      var bases: [String]
    }

    var siblings: [Sibling]
    var calls: Calls
  }

  let options: Options
  private let vocabulary: Vocabulary

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    self.vocabulary = vocabulary
  }

  func facts(in file: SourceFile) -> [Fact] {
    let siblings = OfferedCallable.all(in: file, where: { $0.isInitializer && !$0.parameters.isEmpty }).compactMap {
      callable -> Fact.Sibling? in
      let type = file.model.declarations.first { $0.kind == .type && $0.name.text == callable.owner }
      let bases = type?.bases.compactMap { $0.split(separator: ".").last.map(String.init) } ?? []
      return bases.isEmpty ? nil : Fact.Sibling(callable: callable, bases: bases)
    }
    return [Fact(siblings: siblings, calls: file.model.calls.onlyPlaces)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var families: [Family: [PlacedCallable]] = [:]
    var calls = Calls()
    for file in facts {
      for fact in file.facts {
        calls.formUnion(fact.calls)
        for sibling in fact.siblings {
          // A mixin says what a class can do, not what it is.
          for base in sibling.bases where project.types[base] != nil && !base.hasSuffix("Mixin") {
            let family = Family(base: base, folder: Paths.folder(of: file.file.projectPath))
            families[family, default: []].append(PlacedCallable(file: file.file, callable: sibling.callable))
          }
        }
      }
    }
    let all = families.values.joined().reduce(into: [String: PlacedCallable]()) {
      $0[$1.callable.symbol + $1.file.projectPath] = $1
    }
    var reported: Set<String> = []
    let ordered = families.sorted { ($0.key.base, $0.key.folder) < ($1.key.base, $1.key.folder) }
    for (family, siblings) in ordered where siblings.count > options.minimumSiblings {
      let wider = families.filter { $0.key.base == family.base }.flatMap(\.value)
      for finding in (SiblingOrders(siblings, calls, options).findings + renamings(siblings)).compactMap({
        counted($0, among: wider)
      }) where !isUsual(finding, among: all.values) && reported.insert(finding.place.callable.symbol).inserted {
        collector.add(
          .init(finding, family.base), at: finding.place.location(of: finding.parameter),
          symbol: finding.place.callable.symbol,
          related: finding.examples.map { Evidence("sibling '\($0.place.callable.callee)'", at: $0.location) })
      }
    }
  }

  /// The finding with the number of all subclasses that differ from it, wherever they are; nil if they are too few
  /// beside those that agree with it.
  private func counted(_ finding: SiblingFinding, among siblings: [PlacedCallable]) -> SiblingFinding? {
    var same = 0
    var other = 0
    for sibling in siblings where sibling.callable.symbol != finding.place.callable.symbol {
      switch finding.kind {
      case .name(let leader, _):
        let names = sibling.callable.parameters.map(\.name)
        if names.contains(finding.parameter.name) { same += 1 } else if names.contains(leader) { other += 1 }
      case .order(let first, _):
        let names = sibling.callable.positional.map(\.name)
        guard let one = names.firstIndex(of: finding.parameter.name), let two = names.firstIndex(of: first) else {
          continue
        }
        if one < two { same += 1 } else { other += 1 }
      }
    }
    guard other >= options.minimumSiblings, Double(other) >= options.minimumShare * Double(other + same) else {
      return nil
    }
    let kind: SiblingFinding.Kind =
      switch finding.kind {
      case .name(let leader, _): .name(leader, other)
      case .order(let first, _): .order(first, other)
      }
    return SiblingFinding(
      kind: kind, place: finding.place, parameter: finding.parameter, examples: finding.examples)
  }

  /// Whether most classes of the project have the two parameters in the order at hand, whatever the siblings do.
  private func isUsual(_ finding: SiblingFinding, among all: some Sequence<PlacedCallable>) -> Bool {
    guard case .order(let other, _) = finding.kind else { return false }
    var same = 0
    var opposite = 0
    for place in all {
      let names = place.callable.positional.map(\.name)
      guard let first = names.firstIndex(of: finding.parameter.name), let second = names.firstIndex(of: other) else {
        continue
      }
      if first < second { same += 1 } else { opposite += 1 }
    }
    return same >= opposite
  }

  /// Classes with the same base in the same folder, which are expected to be interchangeable.
  private struct Family: Hashable {
    var base: String
    var folder: String
  }

  /// One concept of the vocabulary under two names among siblings.
  private func renamings(_ siblings: [PlacedCallable]) -> [SiblingFinding] {
    var uses: [Vocabulary.Candidate: [String: [SiblingFinding.Use]]] = [:]
    for place in siblings {
      // Without a label, no caller of a Swift initializer sees the name.
      let isSwift = place.file.language == .swift
      for parameter in place.callable.parameters
      where !parameter.isVariadic && !(isSwift && parameter.kind == .positionalOnly) {
        let name = Name.canonical(parameter.name)
        for candidate in vocabulary[name] {
          uses[candidate, default: [:]][name, default: []].append(.init(place: place, parameter: parameter))
        }
      }
    }
    return uses.flatMap { _, names -> [SiblingFinding] in
      guard names.count > 1, let leader = names.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
        return []
      }
      let others = names.filter { $0.key != leader.key }.flatMap(\.value)
      // Two of the names in one signature mean two different things.
      let leaders = Set(leader.value.map(\.place.callable.symbol))
      guard leaders.isDisjoint(with: others.map(\.place.callable.symbol)) else { return [] }
      return others.compactMap { use in
        let alike = leader.value.filter { isAlike(use, $0) }
        let same = others.filter { isAlike(use, $0) }
        guard alike.count >= options.minimumSiblings,
          Double(alike.count) >= options.minimumShare * Double(alike.count + same.count)
        else { return nil }
        return SiblingFinding(
          kind: .name(alike[0].parameter.name, alike.count), place: use.place, parameter: use.parameter,
          examples: Array(alike.prefix(3)))
      }
    }.sorted {
      ($0.place.file.projectPath, $0.parameter.range.start) < ($1.place.file.projectPath, $1.parameter.range.start)
    }
  }

  /// Whether two classes take the same parameters except for the one in question.
  private func isAlike(_ one: SiblingFinding.Use, _ other: SiblingFinding.Use) -> Bool {
    var renamed = other.place.callable
    for index in renamed.parameters.indices where renamed.parameters[index].name == other.parameter.name {
      renamed.parameters[index].name = one.parameter.name
    }
    return one.place.callable.isAlike(renamed)
  }
}

extension Message {
  fileprivate init(_ finding: SiblingFinding, _ base: String) {
    let name = finding.parameter.name
    let isSwift = finding.place.file.language == .swift
    func others(_ count: Int) -> String {
      let kind = count == 1 ? (isSwift ? "subtype" : "subclass") : (isSwift ? "subtypes" : "subclasses")
      return "\(count) other \(kind) of '\(base)'"
    }
    switch finding.kind {
    case .name(let leader, let count):
      self = "'\(name)' is called '\(leader)' in \(others(count)); rename it to match"
    case .order(let other, let count):
      self = """
        '\(name)' precedes '\(other)' here, but follows it in \(others(count)); swap them, or \
        \(isSwift ? "give both an argument label" : "make both keyword-only")
        """
    }
  }
}
