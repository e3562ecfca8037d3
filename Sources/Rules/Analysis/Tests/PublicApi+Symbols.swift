import LintModel
import LintSourceText

extension PublicApi {
  /// Whether a symbol is expected to have a test.
  static func isTestable(_ index: Int, in file: SourceFile) -> Bool {
    let kind = file.model.declarations[index].kind
    guard kind == .function || kind == .type, file.model.declarations[index].isPublic else { return false }
    let declaration = file.model.declarations[index]
    let name = declaration.name.text
    guard isAtTop(declaration, in: file),
      declaration.flags.isDisjoint(
        with: [.isOverload, .isDeprecated, .isStub, .isExtension, .isAbstract, .isConstant, .isPrivate]),
      !declaration.attributes.contains(where: isOfCommand),
      file.model.areExportsOpen || file.model.exports?.contains(name) != false, !name.hasPrefix("__"), name != "main"
    else { return false }
    if declaration.kind == .function {
      return !isForPeople(declaration) && !isSingleStatement(declaration, in: file)
        && !isDeprecation(declaration, in: file)
    }
    let base = declaration.bases.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    let last = Name.words(of: name).last ?? ""
    let isLeaving = members(of: index, in: file).contains { $0.isInitializer && isDeprecation($0, in: file) }
    return !isLeaving && !watchers.contains(last) && !base.contains(where: isDeclarative) && holdsWork(index, in: file)
  }

  /// Bases of classes that only declare values, shapes or errors, which are tested by the code that uses them, and of
  /// parts of a command line or a log.
  private static let declarative: Set<String> = [
    "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ExplicitEnum", "Protocol", "TypedDict", "NamedTuple",
    "Exception", "Warning", "UserWarning", "ModelOutput", "Action", "Formatter", "HelpFormatter", "Handler",
    "ArgumentParser", "ParsableCommand", "AsyncParsableCommand", "ParsableArguments",
    // Tested through its subclasses.
    "ABC",
  ]

  private static func isDeclarative(_ base: String) -> Bool {
    declarative.contains(base) || ["Error", "Exception", "Warning"].contains { base.hasSuffix($0) }
  }

  /// `@click.command()`, `@hydra.main`, `@main`, `@derivative(of: f)`: run by a framework, not called.
  private static func isOfCommand(_ attribute: Name) -> Bool {
    let last = attribute.text.split(separator: ".").last ?? ""
    return ["command", "main", "group", "callback", "entrypoint", "derivative", "transpose"].contains(last)
  }

  /// Functions whose output people look at, checks that stop a run, deprecated functions, and functions that set up a
  /// command line or logging, or need the network.
  static func isForPeople(_ declaration: Declaration) -> Bool {
    let words = Name.words(of: declaration.name.text)
    guard let first = words.first else { return false }
    if declaration.parameters.contains(where: { ["parser", "argparser", "subparsers"].contains($0.name.text) }) {
      return true
    }
    if ["parser", "argparser", "legacy", "deprecated", "old"].contains(where: words.contains) { return true }
    if words.count > 1, prepared.contains(where: words.dropFirst().contains),
      ["add", "get", "parse", "make", "build", "create", "setup", "set", "init", "configure", "config"].contains(first)
    {
      return true
    }
    return watching.contains(first) && (words.count > 1 || first == "debug")
  }

  private static let prepared: Set<Substring> = ["argparse", "args", "arguments", "logging", "logger"]

  private static let watching: Set<Substring> = [
    "debug", "print", "plot", "show", "draw", "visualize", "visualise", "dump", "display", "push", "upload", "download",
    "login", "profile", "assert",
  ]

  /// Types whose output people look at.
  private static let watchers: Set<Substring> = [
    "profiler", "visualizer", "plotter", "debugger", "logger", "loggers", "printer", "timer",
  ]

  /// Whether the body is a single statement, which explains itself.
  private static func isSingleStatement(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let head = [declaration.name.range.end, declaration.doc?.range.end, declaration.parameters.last?.name.range.end]
    let start = Int(head.compactMap { $0 }.max() ?? declaration.range.start)
    let end = Int(declaration.range.end)
    guard start <= end, end <= file.text.bytes.count else { return false }
    let lines = file.text.bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
    // From the end of the parameters or the docstring; in Swift, to the closing brace.
    return lines <= (file.language == .python ? 1 : 2)
  }

  /// Whether a short function, or the initializer of a type, tells callers to use something else.
  static func isDeprecation(_ declaration: Declaration, in file: SourceFile) -> Bool {
    if let doc = declaration.doc, doc.range.end - doc.range.start < 1000, file.text[doc.range].contains("eprecated in")
    {
      return true
    }
    let length = declaration.range.end - declaration.range.start
    return length < 1200 && file.mentionsDeprecation(in: declaration)
  }

  /// Whether a type has a body that does something: values, requirements and one-line members do not.
  private static func holdsWork(_ index: Int, in file: SourceFile) -> Bool {
    members(of: index, in: file).contains { member in
      member.parent == index && (member.isCallable || isComputed(member, in: file))
        && member.flags.isDisjoint(with: [.isStub, .isAbstract, .isConstant, .isOverload])
        && !isSingleStatement(member, in: file)
    }
  }

  /// A property with a body: in Python, one with a decorator, since the fields of a dataclass look the same.
  private static func isComputed(_ member: Declaration, in file: SourceFile) -> Bool {
    member.kind == .property && member.flags.contains(.isProperty)
      && (file.language == .swift || !member.attributes.isEmpty)
  }

  /// Whether the documentation of a symbol or of a member contains prompts, which doctest runs.
  static func hasDoctest(_ index: Int, in file: SourceFile) -> Bool {
    ([file.model.declarations[index]] + members(of: index, in: file)).contains { declaration in
      declaration.doc?.examples.contains {
        file.text.bytes.dropFirst(Int($0.start)).starts(with: ">>>".utf8)
      } ?? false
    }
  }

  /// All declarations inside a declaration.
  private static func members(of index: Int, in file: SourceFile) -> ArraySlice<Declaration> {
    let end = file.model.declarations[index].range.end
    return file.model.declarations[(index + 1)...].prefix { $0.range.start < end }
  }
}
