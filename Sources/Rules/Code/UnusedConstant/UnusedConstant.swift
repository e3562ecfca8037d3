import LintModel
import LintRuleKit
import LintSourceText

/// A module-level constant that nothing in the repository refers to.
struct UnusedConstant: ProjectRule {
  struct Fact {
    struct Constant {
      var name: String
      var range: SourceRange
      /// Whether users may read it if its package is installed.
      var isPublic: Bool
      /// The value of an integer.
      var value: Int?
      /// Where its value is written again.
      var repeated: SourceRange?
      /// Where a comment names it.
      var comment: SourceRange?
    }

    var constants: [Constant]
    /// Whether the file only defines constants.
    var isTable: Bool
    var mentions: IdentifierSet
    /// Strings that can be used to look up a name, and names passed as arguments.
    var texts: IdentifierSet
    /// Whether the file looks up names that it computes.
    var looksUpNames: Bool
    /// The modules that such a file imports and passes on.
    var passed: IdentifierSet
  }

  let options: NoOptions

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { !$0.constants.isEmpty } }) else { return }
    var known = IdentifierSet()
    for fact in facts.flatMap(\.facts) {
      known.formUnion(fact.mentions)
      known.formUnion(fact.texts)
    }
    // The packages of the library: users can read the public constants of all their modules.
    let packages = Set(facts.lazy.filter { $0.file.role == .library }.compactMap { Self.package(of: $0.file) })
    let lookups = facts.flatMap { file in file.facts.filter(\.looksUpNames).map { (file.file, $0) } }
    func mayReport(_ constant: Fact.Constant, in file: FileReference) -> Bool {
      !known.contains(constant.name) && !(constant.isPublic && Self.package(of: file).map(packages.contains) ?? false)
    }
    var seen: [String: Int] = [:]
    for file in facts {
      for constant in file.facts.flatMap(\.constants) where mayReport(constant, in: file.file) {
        seen[constant.name, default: 0] += 1
      }
    }
    for file in facts {
      let constants = file.facts.flatMap(\.constants)
      let unused = constants.filter { mayReport($0, in: file.file) }
      guard !unused.isEmpty else { continue }
      // `getattr(sizes, name)` in another file can read any of them.
      let module = file.file.module.split(separator: ".").last.map(String.init) ?? ""
      guard !lookups.contains(where: { $0.0 != file.file && $0.1.passed.contains(module) }) else { continue }
      if unused.count > 1, unused.count == constants.count, file.facts.allSatisfy(\.isTable), !known.contains(module) {
        for constant in unused { seen[constant.name] = nil }
        add(unused, in: file.file, to: &collector)
        continue
      }
      let sets = ConstantSets(constants, unused: unused)
      for constant in unused where !sets.need(constant) {
        // Copies of one unused constant are reported once.
        guard let copies = seen.removeValue(forKey: constant.name) else { continue }
        collector.add(
          .unused(
            constant.name, copies: copies - 1, isRepeated: constant.repeated != nil,
            hasComment: constant.comment != nil),
          at: Location(path: file.file.path, range: constant.range), symbol: "\(file.file.module).\(constant.name)",
          related: [("its value", constant.repeated), ("a comment on it", constant.comment)].compactMap { text, range in
            range.map { Evidence(text, at: Location(path: file.file.path, range: $0)) }
          })
      }
    }
  }

  /// One finding for a file that nothing uses.
  private func add(_ unused: [Fact.Constant], in file: FileReference, to collector: inout FindingCollector) {
    collector.add(
      .unusedFile(unused.map(\.name)), at: Location(path: file.path, range: unused[0].range), symbol: file.module,
      related: unused.dropFirst().map { Evidence("unused as well", at: Location(path: file.path, range: $0.range)) },
      count: unused.count)
  }

  /// The first part of a module's name, if the module is in a package.
  private static func package(of file: FileReference) -> Substring? {
    let parts = file.module.split(separator: ".")
    return parts.count > 1 || file.projectPath.hasSuffix("/__init__.py") ? parts.first : nil
  }
}

extension Message {
  fileprivate static func unused(_ name: String, copies: Int, isRepeated: Bool, hasComment: Bool) -> Message {
    let others = copies == 0 ? "" : " (here and in \(counted(copies, "more file")))"
    let removal = hasComment ? "remove it, and the comment on it" : "remove it"
    let advice = isRepeated ? "use it where its value is repeated, or \(removal)" : removal
    return "'\(name)'\(others) is never used in this repository; \(advice)"
  }

  fileprivate static func unusedFile(_ names: [String]) -> Message {
    let subject = names.count == 2 ? "neither constant" : "none of the \(names.count) constants"
    return "\(subject) in this file is used in this repository: \(names.quoted(upTo: 3)); delete the file"
  }
}
