import LintModel
import LintRuleKit
import LintSourceText

/// A public function modifies its caller's dictionary, table or list without documenting it.
///
/// A function that returns nothing is called for its side effects, and one that returns its argument shows what it
/// did, so neither is reported.
struct MutatedArgument: ProjectRule {
  struct Fact {
    var symbol: String
    var function: String
    var owner: String?
    var parameter: String
    /// The changes, in source order.
    var changes: [SourceRange]
    /// What the first one calls or sets, as written.
    var text: String
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python, file.role == .library, !file.reference.isExcluded else { return [] }
    return FunctionBody.all(in: file).flatMap { body -> [Fact] in
      guard isOffered(body.declaration, in: file), !isAnnounced(body.declaration, in: file) else { return [] }
      let owner = body.declaration.parent.map { file.model.declarations[$0] }
      return body.declaration.parameters.compactMap { parameter in
        let changes = ArgumentChanges(of: parameter, in: body).ranges
        guard let first = changes.first else { return nil }
        return Fact(
          symbol: file.symbol(of: body.owner), function: body.declaration.name.text,
          owner: owner?.kind == .type ? owner?.name.text : nil, parameter: parameter.name.text, changes: changes,
          text: file.text[first])
      }
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for file in facts {
      for fact in file.facts {
        // What a framework or a base class passes may well be made for the method to change.
        if let owner = fact.owner, fact.function != "__init__",
          project.origin(ofMethod: fact.function, in: owner, module: file.file.module) != .own
        {
          continue
        }
        let places = fact.changes.map { Location(path: file.file.path, range: $0) }
        collector.add(
          .mutated(fact.parameter, fact.text), at: places[0], symbol: fact.symbol,
          related: places.dropFirst().map { Evidence("changed here too", at: $0) },
          count: places.count > 1 ? places.count : nil)
      }
    }
  }

  /// Whether users call it, with arguments that they have made.
  private func isOffered(_ declaration: Declaration, in file: SourceFile) -> Bool {
    guard declaration.isCallable,
      declaration.flags.isDisjoint(with: [.isOverload, .isOverride, .isAbstract, .isStub, .isDeprecated, .isLocal]),
      declaration.attributes.allSatisfy({ $0.text == "staticmethod" || $0.text == "classmethod" })
    else { return false }
    if declaration.isInitializer { return declaration.parent.map { file.model.declarations[$0].isPublic } ?? false }
    return declaration.isPublic && !declaration.name.text.hasPrefix("__")
  }

  /// Whether its name or text says that it changes what it is given.
  private func isAnnounced(_ declaration: Declaration, in file: SourceFile) -> Bool {
    if !declaration.isInitializer {
      let words = Name.words(of: declaration.name.text)
      if declaration.name.text.hasSuffix("_") || words.contains(where: { Self.verbs.contains(String($0)) }) {
        return true
      }
    }
    let text = file.text[declaration.range].lowercased()
    return Self.phrases.contains { text.contains($0) }
  }

  private static let phrases = [
    "in place", "in-place", "inplace", "modif", "mutat", "side effect", "side-effect", "consum", "deepcopy",
  ]

  private static let verbs: Set<String> = [
    "update", "set", "add", "remove", "pop", "apply", "fill", "insert", "append", "extend", "register", "merge",
    "patch",
    "replace", "clean", "strip", "filter", "sanitize", "convert", "migrate", "upgrade", "remap", "rename", "preprocess",
    "process", "transform", "sort", "shuffle", "augment", "inject", "attach", "assign", "reset", "clear", "delete",
    "drop",
    "move", "swap", "populate", "pad", "normalize", "override", "resolve", "setup", "prepare", "cleanup", "consume",
    "from", "load", "deserialize", "reduce", "increase", "limit", "extract", "collate", "mutate", "step", "training",
    "hook", "callback", "visit",
    "fix", "adjust", "expand", "flatten",
  ]
}

extension Message {
  fileprivate static func mutated(_ parameter: String, _ change: String) -> Message {
    let shown = change.utf8.count > 40 || change.contains("\n") ? "it" : "'\(change)'"
    return shown == "it"
      ? "the caller's '\(parameter)' is modified in place, which is undocumented; work on a copy, or document it"
      : "\(shown) modifies the caller's '\(parameter)', which is undocumented; work on a copy, or document it"
  }
}
