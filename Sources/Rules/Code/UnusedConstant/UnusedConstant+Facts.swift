import LintModel
import LintRuleKit
import LintSourceText

extension UnusedConstant {
  func facts(in file: SourceFile) -> [Fact] {
    let mentions = file.model.mentions
    let looksUpNames = Self.lookups.contains(where: mentions.contains)
    return [
      Fact(
        constants: constants(of: file), isTable: isTable(file), mentions: mentions, texts: file.model.calls.texts,
        looksUpNames: looksUpNames, passed: looksUpNames ? passedModules(file) : IdentifierSet())
    ]
  }

  /// Whether a file only defines constants.
  private func isTable(_ file: SourceFile) -> Bool {
    file.model.imports.isEmpty && file.model.invocations.isEmpty
      && !file.model.declarations.contains { $0.kind == .function || $0.kind == .type || $0.kind == .test }
      && file.model.bindings.allSatisfy { $0.owner == 0 && $0.name.text.isConstantName }
  }

  private func passedModules(_ file: SourceFile) -> IdentifierSet {
    var result = IdentifierSet()
    for (name, origin) in file.importedNames.origins where file.model.calls.values.contains(String(name)) {
      result.insert(origin.name ?? origin.module.split(separator: ".").last.map(String.init) ?? "")
    }
    return result
  }

  private static let lookups = ["getattr", "vars", "dir", "getmembers", "__dict__", "import_module", "from_object"]

  private func constants(of file: SourceFile) -> [Fact.Constant] {
    // Shell lines in notebook cells are not read, and can use any variable; importers read settings.
    guard file.role != .generated, file.role != .vendored, file.role != .configuration, file.role != .docs,
      file.text.cells.isEmpty, !isSettings(file), !looksUpOwnNames(file)
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
      return Fact.Constant(
        name: name, range: binding.name.range, isPublic: isPublic,
        value: binding.value.flatMap { Int(file.text[$0]) },
        repeated: binding.value.flatMap { repetition(of: $0, in: file) }, comment: comment(on: binding.name, in: file))
    }
  }

  /// `vars()`, `globals()["NAME"]`; with an argument, `vars(options)` has no access to the file's names.
  private func looksUpOwnNames(_ file: SourceFile) -> Bool {
    guard ["vars", "globals", "locals"].contains(where: file.model.mentions.contains) else { return false }
    return file.model.invocations.contains { call in
      guard call.arguments.isEmpty, call.isDotted else { return false }
      let callee = file.text[call.callee]
      return callee == "vars" || callee == "globals" || callee == "locals" && call.owner == 0
    }
  }

  /// Where a text, or a number of at least two digits, is written again.
  private func repetition(of value: SourceRange, in file: SourceFile) -> SourceRange? {
    let bytes = file.text.bytes
    let text = Array(bytes[Int(value.start)..<Int(value.end)])
    guard text.count > 3 || text.count > 1 && text.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      text.first.map({ "\"'0123456789".utf8.contains($0) }) ?? false, !text.contains(UInt8(ascii: "\n"))
    else { return nil }
    var start = Int(value.end)
    while let found = Bytes.find(text, in: bytes[start...]) {
      let end = found + text.count
      if !isPartOfLiteral(bytes[found - 1]), end == bytes.count || !isPartOfLiteral(bytes[end]) {
        return SourceRange(start: UInt32(found), end: UInt32(end))
      }
      start = end
    }
    return nil
  }

  /// Where a comment names a constant.
  private func comment(on name: Name, in file: SourceFile) -> SourceRange? {
    let bytes = file.text.bytes
    let text = Array(name.text.utf8)
    var start = 0
    while let found = Bytes.find(text, in: bytes[start...]) {
      start = found + text.count
      guard found != Int(name.range.start), found == 0 || !bytes[found - 1].isIdentifierByte,
        start == bytes.count || !bytes[start].isIdentifierByte
      else { continue }
      let line = bytes[..<found].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      guard bytes[line..<found].contains(UInt8(ascii: "#")) else { continue }
      return SourceRange(start: UInt32(found), end: UInt32(start))
    }
    return nil
  }

  private func isPartOfLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
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
      if Self.advances(call, name, in: file) { return true }
      guard call.range.start == value.start, call.range.end == value.end, !Self.pure.contains(name) else {
        return false
      }
      return !["os.", "numpy.", "torch.", "math.", "jax.", "typing.", "re.", "pathlib.", "collections."].contains {
        (file.path(of: call) ?? "").hasPrefix($0)
      } || name.hasPrefix("register") || name.hasPrefix("set_")
    }
  }

  /// Whether a call moves a stream on: what later lines draw or read would change without it.
  private static func advances(_ call: Invocation, _ name: String, in file: SourceFile) -> Bool {
    if ["next", "popleft", "input", "readline", "seed", "manual_seed"].contains(name) { return true }
    if draws.contains(name) {
      let path = file.path(of: call) ?? ""
      return !path.hasPrefix("jax.") && (path.contains("random") || path.hasPrefix("torch.") || call.isDotted)
    }
    return (file.path(of: call) ?? "").hasPrefix("numpy.random.") && name != "default_rng" && name != "RandomState"
  }

  private static let draws: Set<String> = [
    "rand", "randn", "randint", "random", "uniform", "normal", "choice", "choices", "permutation", "shuffle",
    "randperm", "sample", "standard_normal", "integers", "random_sample", "bernoulli", "multinomial",
  ]

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
    // A suppression of this rule has its name in it.
    return comments.contains { comment in
      !comment.contains("mllint:")
        && [
          "unused", "not used", "compat", "legacy", "deprecat", "reserved", "noqa", "for reference", "overrid", "kept",
        ]
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
}
