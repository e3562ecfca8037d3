import LintModel
import LintRuleKit
import LintSourceText

/// An environment variable of the project that no document mentions.
struct UndocumentedEnvironmentVariable: ProjectRule {
  struct Options: RuleOptions {
    /// Prefixes of the project's own variables, in addition to the names of its packages: `[PL_]`.
    var prefixes: [String]
    /// Names of packages that are too general to mark a variable as the project's own, and prefixes of other tools.
    var genericPrefixes: [String]
    /// Variables that need no documentation.
    var except: [String]
  }

  struct Fact {
    /// The variables that the file reads.
    var reads: [Name] = []
    /// The names that it explains.
    var explained = IdentifierSet()
    /// The variables that it sets for the processes that it starts.
    var wires: [IdentifierSet] = []
    /// The options of its commands.
    var options = IdentifierSet()
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    var fact = Fact()
    let model = file.model
    switch file.role {
    case .vendored, .generated: return []
    case .docs: fact.explained = model.mentions
    // A reason for skipping a test tells how to run it.
    case .test: fact.explained = model.keys.capitals
    case .library, .script:
      if file.language == .markdown { break }
      fact.explained = model.keys.capitals
      fact.wires = [model.keys.setVariables, model.calls.keywords].filter { !$0.isEmpty }
      for option in model.declarations.lazy.compactMap(\.option) where option.style.isOfCommand {
        for spelling in option.spellings { fact.options.insert(Name.canonical(spelling.text)) }
      }
      guard !file.reference.projectPath.split(separator: "/").contains(where: Self.isTestOrReleaseTooling) else {
        break
      }
      fact.reads = model.declarations.compactMap { declaration in
        guard let option = declaration.option, option.style == .environmentVariable else { return nil }
        return option.help == nil && !option.hasUnreadableHelp ? declaration.name : nil
      }
      for name in fact.reads where Self.isCommented(name.range, in: file) { fact.explained.insert(name.text) }
    default: break
    }
    // The docs and the tests are built with switches that are not for users.
    if ["conf.py", "conftest.py", "noxfile.py"].contains(Paths.name(of: file.reference.projectPath)) {
      fact.wires.append(model.keys.setVariables)
    }
    if file.language == .markdown || file.language == .text { fact.explained = model.mentions }
    let isEmpty = fact.reads.isEmpty && fact.explained.isEmpty && fact.wires.isEmpty && fact.options.isEmpty
    return isEmpty ? [] : [fact]
  }

  /// Whether a variable says itself that it is for the tests, which the project's own CI runs.
  private static func isForTests(_ name: String) -> Bool {
    name.split(separator: "_").contains { ["TEST", "TESTS", "TESTING", "CI"].contains($0) }
  }

  /// Whether a comment of several words is on the same line, or right above.
  private static func isCommented(_ range: SourceRange, in file: SourceFile) -> Bool {
    let mark = Array((file.language == .swift ? "//" : "#").utf8)
    let bytes = file.text.bytes
    let newline = UInt8(ascii: "\n")
    guard Int(range.end) <= bytes.count else { return false }
    let start = bytes[..<Int(range.start)].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let rest = bytes[Int(range.end)...].prefix { $0 != newline }
    let above = bytes[..<max(start - 1, 0)].reversed().prefix { $0 != newline }.reversed().drop { $0 <= 0x20 }
    let beside = rest.indices.first { rest[$0...].starts(with: mark) && rest[$0 - 1] <= 0x20 }.map { rest[$0...] }
    let comments = [beside.map(Array.init), above.starts(with: mark) ? Array(above) : nil].compactMap { $0 }
    return comments.contains { comment in
      let words = String(decoding: comment, as: UTF8.self).split { !$0.isLetter && $0 != "_" && $0 != "-" }
      return words.count > 3 && !words.contains { Self.directives.contains($0) }
    }
  }

  /// Words of comments that are for tools and authors.
  private static let directives: Set<Substring> = [
    "TODO", "FIXME", "XXX", "noqa", "mllint", "pylint", "pyright", "swiftlint", "swift-format-ignore",
  ]

  /// Tests, and files that matter only for building a release.
  private static func isTestOrReleaseTooling(_ part: Substring) -> Bool {
    if part.hasPrefix("."), part != "..", part != "." { return true }
    return part.hasPrefix("test") || part.hasSuffix("test") || part == "version.py" || part == "_version.py"
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    // A package without its documents, such as an installed one, is not checked.
    guard project.files.contains(where: isDocument) else { return }
    let prefixes = ownPrefixes(project)
    var readings: [String: [Location]] = [:]
    for file in facts {
      for name in file.facts.flatMap(\.reads) where !options.except.contains(name.text) {
        guard isOwn(name.text, prefixes) else { continue }
        readings[name.text, default: []].append(Location(path: file.file.path, range: name.range))
      }
    }
    guard !readings.isEmpty else { return }
    for (name, places) in readings.sorted(by: { $0.key < $1.key }) {
      let isKnown = facts.contains { file in
        file.facts.contains { fact in
          fact.explained.contains(name) || fact.wires.contains { $0.contains(name) } || isOption(name, fact.options)
        }
      }
      guard !isKnown, !Self.isForTests(name) else { continue }
      collector.add(
        .unnamed(name), at: places[0], symbol: name,
        related: places.dropFirst().prefix(5).map { Evidence("also read here", at: $0) })
    }
  }

  /// A page of the docs, or a document at the top level.
  private func isDocument(_ file: FileReference) -> Bool {
    guard file.language == .markdown else { return false }
    let folders = file.projectPath.split(separator: "/").dropLast().filter { $0 != ".." && $0 != "." }
    return folders.isEmpty || folders.first == "docs" || folders.first == "doc"
  }

  /// Whether the name ends with that of an option: a launcher passes `--offload_path` on as `CORVID_OFFLOAD_PATH`.
  private func isOption(_ name: String, _ options: IdentifierSet) -> Bool {
    let words = name.lowercased().split(separator: "_")
    return words.count > 2 && (1...(words.count - 2)).contains { options.contains(words[$0...].joined(separator: "_")) }
  }

  /// The names of the packages in this repository, in upper case.
  private func ownPrefixes(_ project: ProjectIndex) -> Set<String> {
    var result = Set(options.prefixes.map { $0.hasSuffix("_") ? String($0.dropLast()) : $0 })
    for file in project.files where file.role == .library {
      let isPackaged = file.language == .swift || file.module.contains(".")
      guard isPackaged, let package = file.module.split(separator: ".").first else { continue }
      result.insert(package.uppercased())
      if file.language == .swift { result.insert(Name.canonical(String(package)).uppercased()) }
    }
    return result.subtracting(options.genericPrefixes)
  }

  /// Whether consecutive words of the variable are the name of a package: `KERAS_HOME`, `PYTORCH_FAIRSEQ_CACHE`.
  private func isOwn(_ name: String, _ prefixes: Set<String>) -> Bool {
    let words = name.split(separator: "_")
    for first in words.indices {
      for last in words.indices[first...] where prefixes.contains(words[first...last].joined(separator: "_")) {
        return true
      }
    }
    return false
  }

}

extension Message {
  fileprivate static func unnamed(_ name: String) -> Message {
    "'\(name)' is read here, but no document, docstring or message mentions it; document what it does"
  }
}
