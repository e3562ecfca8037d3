import LintModel
import LintRuleKit
import LintSourceText

/// A module's constant that nothing in the repository refers to.
struct UnusedConstant: ProjectRule {
  struct Fact {
    struct Constant {
      var name: String
      var range: SourceRange
    }

    var constants: [Constant]
    var mentions: IdentifierSet
    /// Strings that can be used to look up a name, and names passed as arguments.
    var texts: IdentifierSet
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    [Fact(constants: constants(of: file), mentions: file.model.mentions, texts: file.model.calls.texts)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { !$0.constants.isEmpty } }) else { return }
    var known = IdentifierSet()
    for fact in facts.flatMap(\.facts) {
      known.formUnion(fact.mentions)
      known.formUnion(fact.texts)
    }
    var seen: [String: Int] = [:]
    for fact in facts.flatMap(\.facts) {
      for constant in fact.constants { seen[constant.name, default: 0] += 1 }
    }
    for file in facts {
      let constants = file.facts.flatMap(\.constants)
      let unused = constants.filter { !known.contains($0.name) }
      // A set of related codes is defined completely, even if the code does not need all of them.
      let used = Dictionary(
        grouping: Set(constants.map(\.name)).subtracting(unused.map(\.name)).compactMap(family), by: { $0 })
      for constant in unused where family(constant.name).map({ (used[$0]?.count ?? 0) >= Self.table }) != true {
        // Copies of one unused constant are reported once.
        guard let copies = seen.removeValue(forKey: constant.name) else { continue }
        collector.add(
          .unused(constant.name, copies: copies - 1), at: Location(path: file.file.path, range: constant.range),
          symbol: "\(file.file.module).\(constant.name)")
      }
    }
  }

  private func constants(of file: SourceFile) -> [Fact.Constant] {
    // Shell lines in notebook cells are not read, and can use any variable; importers read settings.
    guard file.role != .generated, file.role != .vendored, file.role != .configuration, file.role != .docs,
      file.text.cells.isEmpty, !isSettings(file), !file.model.mentions.contains("globals"),
      !file.model.mentions.contains("vars")
    else { return [] }
    let exports = Set(file.model.exports ?? [])
    var seen: [String: Int] = [:]
    let own = file.model.bindings.filter { $0.owner == 0 && $0.value != nil && $0.name.text.isConstantName }
    for binding in own { seen[binding.name.text, default: 0] += 1 }
    return own.compactMap { binding in
      let name = binding.name.text
      // Users of a package can use its public constants.
      guard seen[name] == 1, !exports.contains(name), name.hasPrefix("_") || file.role != .library || isInScript(file)
      else { return nil }
      return Fact.Constant(name: name, range: binding.name.range)
    }
  }

  /// The tool that loads a settings file reads its constants.
  private func isSettings(_ file: SourceFile) -> Bool {
    let name = file.reference.module.split(separator: ".").last ?? ""
    return name.hasSuffix("conf") || name.hasSuffix("config") || name.hasSuffix("settings") || name == "setup"
  }

  /// A module outside of any package is not a library, even if others import it.
  private func isInScript(_ file: SourceFile) -> Bool { !file.reference.module.contains(".") }

  /// Minimum number of used constants with a common prefix that make them a set.
  private static let table = 3

  /// `COLOR` of `COLOR_RED`.
  private func family(_ name: String) -> Substring? {
    let words = name.split(separator: "_")
    return words.count > 1 ? words.first : nil
  }
}

extension Message {
  fileprivate static func unused(_ name: String, copies: Int) -> Message {
    let others = copies == 0 ? "" : " (here and in \(counted(copies, "more file")))"
    return "'\(name)'\(others) is never used in this repository; use it where its value is repeated, or remove it"
  }
}
