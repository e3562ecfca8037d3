import LintModel
import LintRuleKit
import LintSourceText

/// A seed is not passed on: a function takes a seed and calls another function that takes one without
/// passing it; or a shuffle runs before the generator is seeded.
struct IneffectiveSeed: ProjectRule {
  struct Fact {
    /// A call that a seed could be passed to.
    struct Call {
      var name: String
      /// The whole name that it refers to, as far as imports tell.
      var path: String
      var keywords: Set<String>
      var positional: Int
      var range: SourceRange
      var text: String
      var symbol: String
      /// The parameter that holds the seed.
      var seed: String
    }

    /// A function that takes a seed, and need not be given one.
    struct Taker {
      var name: String
      /// The seed's name and place among its positional parameters.
      var seed: String?
      var place: Int?
    }

    var calls: [Call] = []
    var takers: [Taker] = []
    var late: [(draw: Invocation, text: String, seeding: String, symbol: String)] = []
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python, ![.test, .generated, .vendored].contains(file.role), !file.reference.isExcluded
    else { return [] }
    var fact = Fact()
    for declaration in file.model.declarations
    where declaration.isCallable && !declaration.flags.contains(.isLocal) && declaration.kind == .function
      || declaration.isInitializer
    {
      let name =
        declaration.isInitializer
        ? declaration.parent.map { file.model.declarations[$0].name.text } ?? "" : declaration.name.text
      let positional = declaration.parameters.filter { $0.kind == .positionalOrKeyword || $0.kind == .positionalOnly }
      let seed = declaration.parameters.first { Self.names.contains($0.name.text) && $0.defaultValue != nil }
      fact.takers.append(
        .init(
          name: name, seed: seed?.name.text,
          place: positional.firstIndex { $0.name.text == seed?.name.text }))
    }
    for body in FunctionBody.all(in: file) {
      fact.calls += unseeded(in: body)
      fact.late += drawsBeforeSeeding(in: body)
    }
    return fact.calls.isEmpty && fact.takers.isEmpty && fact.late.isEmpty ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let takers = Dictionary(
      grouping: facts.flatMap { file in file.facts.flatMap { $0.takers.map { (file: file.file, taker: $0) } } },
      by: \.taker.name)
    for file in facts {
      for call in file.facts.flatMap(\.calls) {
        let known = Self.libraries[call.path].map { ($0, Int.max) }
        guard let (seed, place) = known ?? taker(of: call, in: file.file, takers), !call.keywords.contains(seed),
          call.positional <= place
        else { continue }
        collector.add(
          .notPassed(call.seed, call.text, seed), at: Location(path: file.file.path, range: call.range),
          symbol: call.symbol)
      }
      for late in file.facts.flatMap(\.late) {
        collector.add(
          .late(late.text, late.seeding), at: Location(path: file.file.path, range: late.draw.callee),
          symbol: late.symbol)
      }
    }
  }

  private static let names: Set<String> = ["seed", "random_seed", "random_state"]

  /// What draws at random, and takes a seed by this name.
  private static let libraries: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "sklearn.model_selection.train_test_split", "sklearn.model_selection.ShuffleSplit",
      "sklearn.model_selection.StratifiedShuffleSplit", "sklearn.model_selection.GroupShuffleSplit",
      "sklearn.model_selection.RepeatedKFold", "sklearn.model_selection.RepeatedStratifiedKFold",
      "sklearn.utils.shuffle", "sklearn.utils.resample", "sklearn.datasets.make_classification",
      "sklearn.datasets.make_regression", "sklearn.datasets.make_blobs", "sklearn.datasets.make_moons",
      "sklearn.ensemble.RandomForestClassifier", "sklearn.ensemble.RandomForestRegressor",
      "sklearn.ensemble.ExtraTreesClassifier", "sklearn.cluster.KMeans", "sklearn.cluster.MiniBatchKMeans",
      "sklearn.manifold.TSNE", "sklearn.mixture.GaussianMixture", "sklearn.neural_network.MLPClassifier",
      "sklearn.model_selection.RandomizedSearchCV", "sklearn.ensemble.IsolationForest",
    ].map { ($0, "random_state") })

  /// What a call of the project's own means, if it surely takes a seed under the same name.
  private func taker(
    of call: Fact.Call, in file: FileReference, _ takers: [String: [(file: FileReference, taker: Fact.Taker)]]
  ) -> (String, Int)? {
    guard let named = takers[call.name], named.count == 1, let found = named.first, let seed = found.taker.seed,
      seed == call.seed, call.path == "\(found.file.module).\(call.name)" || found.file.path == file.path
    else { return nil }
    return (seed, found.taker.place ?? Int.max)
  }

  /// The calls of a function that has a seed to pass on.
  private func unseeded(in body: FunctionBody) -> [Fact.Call] {
    guard body.declaration.isCallable,
      let seed = body.declaration.parameters.first(where: { Self.names.contains($0.name.text) && $0.use.isRead }),
      // A generator made from the seed may be what is passed, and a seed that is set holds for all.
      !body.calls.contains(where: { call in
        let name = body.name(of: call).lowercased()
        return name.contains("seed") || name.contains("rng")
          || name.contains("random") && !name.contains("randomforest")
            && !name.contains("randomizedsearch")
          || name.contains("generator") || name == "prngkey"
      }),
      !body.steps.contains(where: { $0.kind == .assignment && body.text($0.targets).lowercased().hasWord(of: ["rng"]) })
    else { return [] }
    let file = body.file
    let symbol = file.symbol(of: body.owner)
    return body.calls.compactMap { call in
      guard !call.hasUnpacking, call.isDotted else { return nil }
      let text = file.text[call.callee]
      let name = String(body.name(of: call))
      var keywords: Set<String> = []
      var positional = 0
      for argument in file.model.arguments[call.arguments] {
        // Something made from the seed is passed.
        if body.reads(in: argument.value).contains(seed.name.text) { return nil }
        if let keyword = argument.keyword { keywords.insert(file.text[keyword]) } else { positional += 1 }
      }
      guard keywords.isDisjoint(with: ["rng", "generator", "key", "shuffle"]) else { return nil }
      let path = file.path(of: call) ?? text
      guard Self.libraries[path] != nil || text == name else { return nil }
      return Fact.Call(
        name: name, path: path, keywords: keywords, positional: positional, range: call.callee, text: text,
        symbol: symbol, seed: seed.name.text)
    }
  }

  /// The first shuffle or split of each library that runs before its generator is seeded in the same body.
  private func drawsBeforeSeeding(
    in body: FunctionBody
  ) -> [(draw: Invocation, text: String, seeding: String, symbol: String)] {
    guard body.calls.contains(where: { Self.seedHashes.contains($0.nameHash) }) else { return [] }
    return Self.generators.compactMap { generator in
      let paths = body.calls.map { (call: $0, path: body.file.path(of: $0) ?? "") }
      guard let seeding = paths.first(where: { generator.seeding.contains($0.path) })?.call,
        let draw = paths.first(where: { generator.draws.contains($0.path) && isGlobal($0.call, body) })?.call,
        draw.range.end < seeding.range.start, body.around(draw.range, .loop).isEmpty,
        !body.calls.contains(where: { call in
          call.range.start < draw.range.start && String(body.name(of: call)).lowercased().contains("seed")
        })
      else { return nil }
      return (draw, body.text(draw.callee), body.text(seeding.callee), body.file.symbol(of: body.owner))
    }
  }

  /// Whether a call draws from the program's generator rather than from one of its own.
  private func isGlobal(_ call: Invocation, _ body: FunctionBody) -> Bool {
    !call.hasUnpacking
      && !body.file.model.arguments[call.arguments].contains { argument in
        argument.keyword.map { ["random_state", "generator"].contains(body.text($0)) } ?? false
      }
  }

  private static let seedHashes: Set<UInt64> = [Invocation.hash("seed"), Invocation.hash("manual_seed")]

  private static let generators: [(seeding: Set<String>, draws: Set<String>)] = [
    (
      ["numpy.random.seed"],
      [
        "numpy.random.shuffle", "numpy.random.permutation", "sklearn.model_selection.train_test_split",
        "sklearn.utils.shuffle",
      ]
    ),
    (["random.seed"], ["random.shuffle"]),
    (["torch.manual_seed", "torch.random.manual_seed"], ["torch.randperm", "torch.utils.data.random_split"]),
  ]
}

extension Message {
  fileprivate static func notPassed(_ seed: String, _ callee: String, _ keyword: String) -> Message {
    "'\(callee)' does not receive the caller's '\(seed)', so its result differs on every run; pass \(keyword)=\(seed)"
  }

  fileprivate static func late(_ draw: String, _ seeding: String) -> Message {
    "'\(draw)' runs before '\(seeding)', so its result differs on every run; seed first"
  }
}
