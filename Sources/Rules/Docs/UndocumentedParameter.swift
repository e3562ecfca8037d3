import LintModel
import LintRuleKit
import LintSourceText

/// The documentation describes some of a function's parameters and omits others.
///
/// An override inherits the documentation of the method that it overrides, in whatever file it is.
struct UndocumentedParameter: ProjectRule {
  struct Fact {
    struct Gap {
      var name: String
      var range: SourceRange
      /// True if the method does without it, and callers need not pass it.
      var isIdle: Bool
    }

    /// The name of the function in code, and the type that it is a method of.
    var method: String
    var type: String?
    /// The name of the function for callers.
    var name: String
    var symbol: String
    var described: [String]
    /// How many of the function's own parameters are described.
    var documented: Int
    /// How many it has, without those that collect the rest.
    var total: Int
    var gaps: [Gap]
    /// The entry of the only missing parameter under another name, in the same place.
    var misnamed: String?
    /// Of a Swift function that throws: its name, and whether its comment says what it throws.
    var throwing: (name: SourceRange, isDescribed: Bool)?
  }

  /// A project in which fewer comments than this say what is thrown has no habit.
  private static let fewest = 3

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    DocumentedSignature.all(in: file).compactMap { signature in
      let gaps = gaps(in: signature, file)
      let throwing = Self.throwing(signature, in: file)
      guard signature.type != nil || !gaps.isEmpty || throwing != nil else { return nil }
      let works = file.model.declarations[signature.declaration].flags.isDisjoint(with: [
        .isStub, .isAbstract, .isConstant,
      ])
      return Fact(
        method: file.model.declarations[signature.declaration].name.text, type: signature.type, name: signature.name,
        symbol: file.symbol(of: signature.declaration), described: signature.entries.map(\.name.text),
        documented: signature.parameters.count { !$0.isVariadic && signature.documents($0) },
        total: signature.parameters.count { !$0.isVariadic },
        gaps: gaps.map {
          Fact.Gap(
            name: $0.name.text, range: $0.name.range,
            isIdle: works && !$0.use.isRead && ($0.defaultValue == "None" || $0.defaultValue == "nil"))
        }, misnamed: gaps.count == 1 ? Self.misnamed(gaps[0], in: signature) : nil, throwing: throwing)
    }
  }

  /// The only entry that names no parameter, if it is where the missing one belongs and shares a word with it. A
  /// signature that takes any keyword hides the mistake from other checks.
  private static func misnamed(_ gap: Parameter, in signature: DocumentedSignature) -> String? {
    let parameters = signature.parameters.filter { !$0.isVariadic }.map(\.name.text)
    let entries = signature.entries.map(\.name.text)
    let strangers = entries.indices.filter { !signature.parameters.map(\.name.text).contains(entries[$0]) }
    guard strangers.count == 1, strangers[0] == parameters.firstIndex(of: gap.name.text) else { return nil }
    let words = Set(Name.canonical(gap.name.text).split(separator: "_"))
    let entry = entries[strangers[0]]
    return words.isDisjoint(with: Name.canonical(entry).split(separator: "_")) ? nil : entry
  }

  private static func throwing(
    _ signature: DocumentedSignature, in file: SourceFile
  ) -> (name: SourceRange, isDescribed: Bool)? {
    let function = file.model.declarations[signature.declaration]
    guard file.language == .swift, function.thrown != nil, let doc = function.doc, !signature.mayInherit else {
      return nil
    }
    let isDescribed = !doc.raises.isEmpty || file.text[doc.range].lowercased().contains("throw")
    return (function.name.range, isDescribed)
  }

  /// Where most comments of a project say what is thrown, the others are oversights.
  private func checkThrowing(_ facts: [FileFacts<Fact>], _ collector: inout FindingCollector) {
    let all = facts.flatMap { $0.facts.compactMap(\.throwing) }
    let described = all.count(where: \.isDescribed)
    guard described >= Self.fewest, described * 3 >= all.count * 2, described < all.count else { return }
    for file in facts {
      for fact in file.facts {
        guard let throwing = fact.throwing, !throwing.isDescribed else { continue }
        collector.add(
          .silentThrows(fact.name, described, of: all.count),
          at: Location(path: file.file.path, range: throwing.name), symbol: fact.symbol)
      }
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    checkThrowing(facts, &collector)
    let inherited = InheritedDocs(facts, project)
    for file in facts {
      if file.file.projectPath.split(separator: "/").contains("deprecated") { continue }
      for fact in file.facts where !fact.gaps.isEmpty {
        let known = inherited.names(for: fact, in: file.file)
        // `fit(self, X, y=None)`: another library's base class asks for what this method does without.
        let isDictated =
          fact.type.map { project.origin(ofMethod: fact.method, in: $0, module: file.file.module) == .foreign } ?? false
        let gaps = fact.gaps.filter { !known.contains($0.name) && !(isDictated && $0.isIdle) }
        guard let first = gaps.first else { continue }
        collector.add(
          fact.misnamed.map { .misnamed($0, first.name, fact) } ?? .undocumented(gaps.map(\.name), fact),
          at: Location(path: file.file.path, range: first.range), symbol: fact.symbol,
          related: gaps.dropFirst().prefix(5).map {
            Evidence("'\($0.name)' is missing, too", at: Location(path: file.file.path, range: $0.range))
          })
      }
    }
  }

  private func gaps(in signature: DocumentedSignature, _ file: SourceFile) -> [Parameter] {
    // A stale entry most likely describes the missing parameter under its old name, so one finding is enough. A section
    // without any matching name describes something other than this signature.
    // An address among the entries leads to the others.
    guard !signature.mayInherit, signature.staleEntries.isEmpty,
      !signature.entries.contains(where: { $0.name.text == "http" || $0.name.text == "https" }),
      signature.parameters.contains(where: signature.documents)
    else { return [] }
    return signature.undocumented.filter {
      !signature.introduces($0.name.text, in: file) && $0.defaultValue?.lowercased().contains("deprecated") != true
    }
  }
}

/// What the documentation of overridden methods describes.
private struct InheritedDocs {
  private var described: [String: Set<String>] = [:]
  private let project: ProjectIndex

  init(_ facts: [FileFacts<UndocumentedParameter.Fact>], _ project: ProjectIndex) {
    self.project = project
    for file in facts {
      for fact in file.facts {
        guard let type = fact.type else { continue }
        described["\(file.file.module).\(type).\(fact.method)", default: []].formUnion(fact.described)
      }
    }
  }

  /// The parameters that the documentation of the overridden methods describes.
  func names(for fact: UndocumentedParameter.Fact, in file: FileReference) -> Set<String> {
    guard let type = fact.type else { return [] }
    return project.ancestors(of: type, module: file.module).reduce(into: []) { names, ancestor in
      names.formUnion(described["\(ancestor.module).\(ancestor.name).\(fact.method)"] ?? [])
    }
  }
}

extension Message {
  fileprivate static func silentThrows(_ function: String, _ described: Int, of count: Int) -> Message {
    "the comment of '\(function)' omits what it throws, unlike \(described) of \(count) here; add '- Throws:'"
  }

  fileprivate static func misnamed(_ entry: String, _ name: String, _ fact: UndocumentedParameter.Fact) -> Message {
    "'\(fact.name)' documents '\(entry)', which is not a parameter, in the place of '\(name)'; rename the entry to '\(name)'"
  }

  fileprivate static func undocumented(_ names: [String], _ fact: UndocumentedParameter.Fact) -> Message {
    """
    '\(fact.name)' documents \(fact.documented) of its \(fact.total) parameters; \
    describe \(names.quoted(upTo: 3)) as well
    """
  }
}
