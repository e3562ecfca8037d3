import LintModel
import LintRuleKit
import LintSourceText

/// A module's constant that nothing in the repository refers to.
struct UnusedConstant: ProjectRule {
  struct Fact {
    struct Constant {
      var name: String
      var range: SourceRange
      /// Whether users may read it if its package is installed.
      var isPublic: Bool
    }

    var constants: [Constant]
    var mentions: IdentifierSet
    /// Strings that can be used to look up a name, and names passed as arguments.
    var texts: IdentifierSet
    /// Whether the file looks up names that it computes.
    var looksUpNames: Bool
    /// The modules that such a file imports and passes on.
    var passed: IdentifierSet
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    let mentions = file.model.mentions
    let looksUpNames = Self.lookups.contains(where: mentions.contains)
    return [
      Fact(
        constants: constants(of: file), mentions: mentions, texts: file.model.calls.texts,
        looksUpNames: looksUpNames, passed: looksUpNames ? passedModules(file) : IdentifierSet())
    ]
  }

  private func passedModules(_ file: SourceFile) -> IdentifierSet {
    var result = IdentifierSet()
    for (name, origin) in file.importedNames.origins where file.model.calls.values.contains(String(name)) {
      result.insert(origin.name ?? origin.module.split(separator: ".").last.map(String.init) ?? "")
    }
    return result
  }

  private static let lookups = ["getattr", "vars", "dir", "getmembers", "__dict__", "import_module", "from_object"]

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
      // A set of related codes is defined completely, even if the code does not need all of them.
      let used = Dictionary(
        grouping: Set(constants.map(\.name)).subtracting(unused.map(\.name)).flatMap(families), by: { $0 })
      for constant in unused where !families(constant.name).contains(where: { (used[$0]?.count ?? 0) >= Self.table }) {
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
      let isPublic = !name.hasPrefix("_") && file.role != .test
      guard seen[name] == 1, !exports.contains(name), !isPublic || file.role != .library || isInScript(file),
        !isForReaders(name), !mayHaveEffect(binding, in: file), !isExplained(binding.name.range, in: file)
      else { return nil }
      return Fact.Constant(name: name, range: binding.name.range, isPublic: isPublic)
    }
  }

  /// The first part of a module's name, if the module is in a package.
  private static func package(of file: FileReference) -> Substring? {
    let parts = file.module.split(separator: ".")
    return parts.count > 1 || file.projectPath.hasSuffix("/__init__.py") ? parts.first : nil
  }

  /// `AUTHOR`, `_LICENSE`, `_CITATION`: for people who read the source.
  private func isForReaders(_ name: String) -> Bool {
    guard let last = name.split(separator: "_").last else { return false }
    return [
      "AUTHOR", "AUTHORS", "TITLE", "LICENSE", "LICENCE", "COPYRIGHT", "VERSION", "CITATION", "HOMEPAGE", "CREDITS",
      "DESCRIPTION", "MAINTAINER", "EMAIL", "STATUS", "UNUSED", "RESERVED", "DOCSTRING",
    ].contains(last)
  }

  /// Whether the value is a call that may do more than compute it: `_TOKEN = register(...)`, `_LIBRARY = CDLL(path)`.
  private func mayHaveEffect(_ binding: Binding, in file: SourceFile) -> Bool {
    guard let value = binding.value else { return false }
    return file.model.invocations(in: value).contains { call in
      let name = String(file.name(of: call))
      guard call.range.start == value.start, call.range.end == value.end, !Self.pure.contains(name) else {
        return false
      }
      return !["os.", "numpy.", "torch.", "math.", "jax.", "typing.", "re.", "pathlib.", "collections."].contains {
        (file.path(of: call) ?? "").hasPrefix($0)
      } || name.hasPrefix("register") || name.hasPrefix("set_")
    }
  }

  private static let pure: Set<String> = [
    "int", "float", "str", "bool", "set", "dict", "list", "tuple", "frozenset", "range", "len", "max", "min", "sum",
    "sorted", "Path", "namedtuple", "TypeVar", "getLogger", "object", "join", "split", "format", "compile", "environ",
    "getenv", "get", "array", "tensor", "replace", "strip", "OrderedDict", "Decimal", "Fraction", "timedelta", "lower",
    "upper", "encode", "bytes", "complex", "abs", "round", "pow", "zip", "map", "enumerate",
  ]

  /// Whether a comment on its line or on the line above says why it is kept.
  private func isExplained(_ range: SourceRange, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = Int(range.start)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    if start > 0 {
      start -= 1
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    }
    let end = bytes[Int(range.end)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let lines = String(decoding: bytes[start..<end], as: UTF8.self).lowercased().split(separator: "\n")
    let comments = lines.enumerated().compactMap { index, line -> Substring? in
      // The comment at the end of another line is about that line.
      let isOwn = index == lines.count - 1 || line.drop { $0 == " " }.first == "#"
      return isOwn ? line.firstIndex(of: "#").map { line[$0...] } : nil
    }
    return comments.contains { comment in
      ["unused", "not used", "compat", "legacy", "deprecat", "reserved", "noqa", "for reference", "overrid", "kept"]
        .contains { comment.contains($0) }
    }
  }

  /// The tool that loads a settings file reads its constants.
  private func isSettings(_ file: SourceFile) -> Bool {
    let name = file.reference.module.split(separator: ".").last ?? ""
    return name.hasSuffix("conf") || name.hasSuffix("config") || name.hasSuffix("settings") || name == "setup"
  }

  /// A module outside of any package is not a library, even if others import it.
  private func isInScript(_ file: SourceFile) -> Bool {
    !file.reference.module.contains(".") && !file.reference.projectPath.hasSuffix("__init__.py")
  }

  /// Minimum number of used constants with a common prefix that make them a set.
  private static let table = 3

  /// `COLOR_` of `COLOR_RED`, `_LOSS` of `L1_LOSS`.
  private func families(_ name: String) -> [String] {
    let words = name.split(separator: "_")
    guard words.count > 1, let first = words.first, let last = words.last else { return [] }
    return ["\(first)_", "_\(last)"]
  }
}

extension Message {
  fileprivate static func unused(_ name: String, copies: Int) -> Message {
    let others = copies == 0 ? "" : " (here and in \(counted(copies, "more file")))"
    return "'\(name)'\(others) is never used in this repository; use it where its value is repeated, or remove it"
  }
}
