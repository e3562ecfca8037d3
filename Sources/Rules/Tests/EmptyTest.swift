import LintModel
import LintRuleKit
import LintSourceText

/// A test without a body, which always passes.
struct EmptyTest: ProjectRule {
  struct Fact {
    var name: String
    var symbol: String
    var range: SourceRange
    /// The test case that it is a method of.
    var type: String?
    /// The names of that type's bases, without their modules.
    var bases: [String]
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard !TestMarks.areSkipped(allOf: file), Self.isCollected(file) else { return [] }
    let declarations = file.model.declarations
    return declarations.indices.compactMap { index in
      let test = declarations[index]
      guard test.kind == .test, test.flags.contains(.isStub), !test.flags.contains(.isLocal),
        // A fixture may do the work; a parameter that a mark or a default fills is not a fixture.
        !test.parameters.contains(where: { $0.defaultValue == nil && !isParametrized($0, test, file) }),
        !file.model.raiseSites.contains(where: { $0.owner == index }),
        !file.enclosing(index).contains(where: { TestMarks.isMarked($0, in: file) }),
        // The examples of its docstring are its body.
        !PublicApi.hasDoctest(index, in: file)
      else { return nil }
      let type = test.parent.map { declarations[$0] }.flatMap { $0.kind == .type ? $0 : nil }
      return Fact(
        name: test.name.text, symbol: file.symbol(of: index), range: test.name.range, type: type?.name.text,
        bases: type?.bases.map { $0.split(separator: ".").last.map(String.init) ?? $0 } ?? [])
    }
  }

  /// Whether a runner collects the tests of a file of this name, or the file runs them itself.
  private static func isCollected(_ file: SourceFile) -> Bool {
    guard file.language == .python, !file.model.mentions.contains("__name__") else { return true }
    let stem = Paths.stem(of: file.reference.projectPath)
    return stem.hasPrefix("test") || stem.hasSuffix("_test") || stem.hasSuffix("tests")
  }

  private func isParametrized(_ parameter: Parameter, _ test: Declaration, _ file: SourceFile) -> Bool {
    let header = file.text.bytes(from: test.range.start, to: test.name.range.start)
    let text = String(decoding: header, as: UTF8.self)
    return text.contains("parametrize") && text.contains("\(parameter.name.text)")
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let hierarchy = ClassHierarchy(project)
    for file in facts {
      for fact in file.facts where isOwn(fact, in: file.file.module, hierarchy, project) {
        collector.add(.empty(fact.name), at: Location(path: file.file.path, range: fact.range), symbol: fact.symbol)
      }
    }
  }

  /// False if it may disable a test that it inherits, or is meant to be overridden.
  private func isOwn(_ fact: Fact, in module: String, _ hierarchy: ClassHierarchy, _ project: ProjectIndex) -> Bool {
    guard let type = fact.type else { return true }
    if ["Mixin", "Base", "Abstract", "Template"].contains(where: { type.contains($0) }) { return false }
    if !hierarchy.descendants(of: type).isEmpty { return false }
    let ancestors = project.ancestors(of: type, module: module)
    // `test_cut_wide` is one case of a parameterized `test_cut`.
    let isInherited = ancestors.contains { ancestor in
      ancestor.methods.contains { $0 == fact.name || $0.hasPrefix("test_") && fact.name.hasPrefix($0 + "_") }
    }
    if isInherited { return false }
    let known = Set(ancestors.map(\.name))
    let foreign = (fact.bases + ancestors.flatMap { $0.bases.map(\.name) }).filter { !known.contains($0) }
    return foreign.allSatisfy { $0.hasSuffix("TestCase") || $0 == "object" || $0 == "ABC" }
  }
}

extension Message {
  fileprivate static func empty(_ name: String) -> Message {
    "'\(name)' has no body, so it always passes; write it, skip it with a reason, or remove it"
  }
}
