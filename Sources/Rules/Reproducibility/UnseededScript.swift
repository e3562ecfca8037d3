import LintModel
import LintRuleKit
import LintSourceText

/// A training script does not set a random seed.
struct UnseededScript: ProjectRule {
  struct Fact {
    /// The last component of the file's module.
    var module: String
    /// Whether it mentions seeds at all: an option, a helper, a generator.
    var isSeeded: Bool
    /// The components of the modules and the names that it imports.
    var imports: [String]
    var training: Training?

    struct Training {
      var range: SourceRange
      var symbol: String
      var call: String
      var seeding: String
    }
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    if file.language == .swift { return swiftFacts(in: file) }
    guard file.language == .python, file.role != .test, file.role != .generated, file.role != .vendored else {
      return []
    }
    let isSeeded = mentionsSeeds(file.text.bytes)
    let training = isSeeded || !isEntry(file) ? nil : training(in: file)
    guard isSeeded || training != nil else { return [] }
    var imports: Set<String> = []
    if training != nil {
      for item in file.model.imports {
        imports.formUnion(item.module.split(separator: ".").map(String.init))
        imports.formUnion(item.items.map(\.name))
      }
    }
    let module = file.reference.module.split(separator: ".").last.map(String.init) ?? ""
    return [Fact(module: module, isSeeded: isSeeded, imports: imports.sorted(), training: training)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let seeding = Set(facts.flatMap(\.facts).filter(\.isSeeded).map(\.module))
    let folders = Set(
      facts.filter { $0.file.language == .swift && $0.facts.contains(where: \.isSeeded) }
        .map { Paths.folder(of: $0.file.projectPath) })
    var unseeded: [(FileReference, Fact.Training)] = []
    for file in facts {
      // Files beside each other are of one Swift target.
      if file.file.language == .swift, folders.contains(Paths.folder(of: file.file.projectPath)) { continue }
      for fact in file.facts where !fact.imports.contains(where: seeding.contains) {
        if let training = fact.training { unseeded.append((file.file, training)) }
      }
    }
    // If many scripts have no seed, a shared helper is missing, which is one finding.
    if unseeded.count > 2, let (file, training) = unseeded.first {
      let others = unseeded.dropFirst().prefix(5).map { file, training in
        Evidence("also trains without a seed", at: Location(path: file.path, range: training.range))
      }
      return collector.add(
        .unseeded(training.call, training.seeding, others: unseeded.count - 1),
        at: Location(path: file.path, range: training.range), symbol: training.symbol, related: others)
    }
    for (file, training) in unseeded {
      collector.add(
        .unseeded(training.call, training.seeding, others: 0), at: Location(path: file.path, range: training.range),
        symbol: training.symbol)
    }
  }

  /// A program that updates a model with gradients, in MLX or in Swift for TensorFlow.
  private func swiftFacts(in file: SourceFile) -> [Fact] {
    guard [.library, .script, .example].contains(file.role) else { return [] }
    let isSeeded = mentionsSeeds(file.text.bytes)
    if isSeeded { return [Fact(module: "", isSeeded: true, imports: [], training: nil)] }
    let modules = file.model.imports.map(\.module)
    let isEntry = file.role != .library || Bytes.find("@main", in: file.text.bytes[...]) != nil
    guard isEntry, modules.contains(where: { $0.hasPrefix("MLX") || $0 == "TensorFlow" }),
      let update = file.model.invocations.first(where: {
        file.name(of: $0) == "update"
          && (file.argument("gradients", of: $0) != nil || file.argument("along", of: $0) != nil)
      })
    else { return [] }
    let seeding = modules.contains("TensorFlow") ? "withRandomSeedForTensorFlow(...)" : "MLXRandom.seed(...)"
    return [Fact(module: "", isSeeded: false, imports: [], training: fact(update, in: file, seeding))]
  }

  private func isEntry(_ file: SourceFile) -> Bool {
    file.role == .script || file.role == .example || !file.text.cells.isEmpty
      || !file.reference.module.contains(".") && file.model.invocations.contains { $0.owner == 0 }
  }

  /// The call that trains: a step after a backward pass, or a compiled model's `fit`.
  private func training(in file: SourceFile) -> Fact.Training? {
    let calls = file.model.invocations
    if file.imports("torch"), let backward = calls.first(where: { $0.nameHash == Self.backward }),
      calls.contains(where: { $0.nameHash == Self.step }), calls.contains(where: { $0.nameHash == Self.zeroGrad })
    {
      return fact(backward, in: file, "torch.manual_seed(...)")
    }
    if file.imports("tensorflow") || file.imports("keras"),
      let compile = calls.first(where: { $0.nameHash == Self.compile }),
      let fit = calls.first(where: { $0.nameHash == Self.fit && $0.range.start > compile.range.start })
    {
      return fact(fit, in: file, "keras.utils.set_random_seed(...)")
    }
    return nil
  }

  private func fact(_ call: Invocation, in file: SourceFile, _ seeding: String) -> Fact.Training {
    .init(
      range: call.callee, symbol: file.symbol(of: call.owner), call: file.text[call.callee], seeding: seeding)
  }

  private static let backward = Invocation.hash("backward")
  private static let step = Invocation.hash("step")
  private static let zeroGrad = Invocation.hash("zero_grad")
  private static let compile = Invocation.hash("compile")
  private static let fit = Invocation.hash("fit")

  /// Whether `seed` occurs anywhere in a text, in any letter case.
  private func mentionsSeeds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 4 <= bytes.count {
        if bytes[index + 3] | 0x20 == 0x64, bytes[index] | 0x20 == 0x73, bytes[index + 1] | 0x20 == 0x65,
          bytes[index + 2] | 0x20 == 0x65
        {
          // `unseeded` is the name of this rule.
          let isNegated = index > 1 && bytes[index - 1] | 0x20 == 0x6E && bytes[index - 2] | 0x20 == 0x75
          if !isNegated { return true }
        }
        index += 1
      }
      return false
    }
  }
}

extension Message {
  fileprivate static func unseeded(_ call: String, _ seeding: String, others: Int) -> Message {
    let scope = others == 0 ? "" : " here and in \(counted(others, "other script"))"
    return "'\(call)' trains without a random seed\(scope); call '\(seeding)' first, and make the seed an option"
  }
}
