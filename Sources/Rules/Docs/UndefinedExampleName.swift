import LintModel
import LintRuleKit
import LintSourceText

/// An example reads a name that it does not define, although the meaning is clear: a renamed variable, or a
/// function or class of the project that it does not import.
struct UndefinedExampleName: ProjectRule {
  struct Fact {
    var examples: [Shown]
    var symbol: String
    /// What the file's examples, or its code, define anywhere.
    var defined: Set<String>
    /// Whether it defines names for examples that do not show it.
    var isSetup = false
  }

  /// An example with names that nothing defines.
  struct Shown {
    var undefined: [Name]
    var unread: [Example.Unread]
    var imports: [String]
    /// The same for copies of an example, such as those of translated pages.
    var key: String
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    let isSetup = Self.setups.contains {
      file.model.mentions.contains($0) || file.model.moduleNames.contains($0)
    }
    return shown(in: file) + (isSetup ? [Fact(examples: [], symbol: "", defined: [], isSetup: true)] : [])
  }

  /// How Sphinx and pytest let examples use what they do not define.
  private static let setups = ["doctest_global_setup", "testsetup", "doctest_namespace"]

  private func shown(in file: SourceFile) -> [Fact] {
    guard !file.model.examples.isEmpty, file.role != .vendored, file.role != .generated, file.role != .test,
      !ExampleFact.isAboutThePast(file.reference.projectPath)
    else { return [] }
    let examples = file.model.examples.filter { $0.form != .file }
    let readElsewhere = examples.flatMap { $0.undefined.map(\.text) }
    let shown = examples.compactMap { example -> Shown? in
      let imports = example.uses.lazy.filter(\.isImport).map(\.path)
      if example.undefined.isEmpty || imports.isEmpty { return nil }
      return Shown(
        undefined: example.undefined, unread: example.unread.filter { !readElsewhere.contains($0.name) },
        imports: Array(imports), key: (example.uses.map(\.path) + example.undefined.map(\.text)).joined(separator: " "))
    }
    if shown.isEmpty { return [] }
    var defined: Set<String> = []
    for example in examples {
      defined.formUnion(example.definitions)
      defined.formUnion(example.importedNames)
    }
    if file.language == .python {
      for declaration in file.model.declarations where declaration.parent == 0 { defined.insert(declaration.name.text) }
    }
    return [Fact(examples: shown, symbol: file.reference.module, defined: defined)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let hasSetup = facts.contains { $0.facts.contains(where: \.isSetup) }
    var originals: [String: Location] = [:]
    var found: [(key: String, finding: (inout FindingCollector, [Evidence]) -> Void)] = []
    var copies: [String: [Evidence]] = [:]
    for file in facts {
      for fact in file.facts {
        var said: Set<String> = []
        for example in fact.examples {
          // An example that imports nothing of the project relies on what is said around it.
          let own = example.imports.filter { project.modules.isOwn($0, for: file.file) }
          // An import that fails is what to repair first; `broken-example-import` reports it.
          let fails = own.contains {
            if case .missing = project.modules.find($0, exists: project.exists) { true } else { false }
          }
          guard !own.isEmpty, !fails else { continue }
          var missing: [(advice: Advice, names: [Name])] = []
          for name in example.undefined where !fact.defined.contains(name.text) && !Self.builtins.contains(name.text) {
            guard let advice = advice(on: name.text, in: example, hasSetup ? nil : project),
              said.insert(name.text).inserted
            else { continue }
            // The missing imports of an example are one flaw.
            if let place = missing.firstIndex(where: { $0.advice == advice || $0.advice.isImport && advice.isImport }) {
              if missing[place].advice != advice { missing[place].advice = .homes }
              missing[place].names.append(name)
            } else {
              missing.append((advice, [name]))
            }
          }
          for (advice, names) in missing {
            let place = Location(path: file.file.path, range: names[0].range)
            let key = "\(example.key) \(names.map(\.text))"
            if let original = originals[key], original.path != place.path {
              copies[key, default: []].append(Evidence("the same example here", at: place))
              continue
            }
            originals[key] = place
            let related = names.dropFirst().map {
              Evidence("'\($0.text)' here", at: Location(path: file.file.path, range: $0.range))
            }
            found.append(
              (
                key,
                { collector, copies in
                  collector.add(
                    .undefined(names.map(\.text), advice), at: place, symbol: fact.symbol, related: related + copies,
                    count: names.count > 1 ? names.count : nil)
                }
              ))
          }
        }
      }
    }
    for (key, add) in found { add(&collector, copies[key] ?? []) }
  }

  /// What a name stands for.
  enum Advice: Hashable {
    case variable(String)
    case home(String)
    /// It is one of several names from several modules.
    case homes

    var isImport: Bool { if case .variable = self { false } else { true } }
  }

  private func advice(on name: String, in example: Shown, _ project: ProjectIndex?) -> Advice? {
    if let variable = example.unread.first(where: { Self.means(name, $0) }) { return .variable(variable.name) }
    // A short name in lower case is rather the reader's own.
    guard name.first?.isUppercase == true || name.contains("_"), let home = project?.modules.home(of: name) else {
      return nil
    }
    return .home(home)
  }

  /// Whether a name is meant for a variable that nothing reads: a slip of its spelling, or the class it was made of.
  private static func means(_ name: String, _ variable: Example.Unread) -> Bool {
    if name == variable.callee { return false }
    let (one, other) = (Array(name.utf8), Array(variable.name.utf8))
    if min(one.count, other.count) > 3, Suggestion.distance(one, other) <= (min(one.count, other.count) > 7 ? 2 : 1) {
      return true
    }
    guard variable.callee.first?.isUppercase == true else { return false }
    let words = Name.words(of: variable.callee)
    return Name.words(of: name) == words || words.count > 1 && words.last.map { $0 == name } == true
  }

  private static let builtins: Set<String> = [
    "print", "len", "range", "list", "dict", "set", "tuple", "int", "float", "str", "bool", "bytes", "type", "input",
    "open", "sum", "min", "max", "abs", "round", "sorted", "reversed", "zip", "map", "filter", "enumerate", "iter",
    "next", "any", "all", "isinstance", "issubclass", "getattr", "setattr", "hasattr", "super", "object", "Exception",
    "ValueError", "TypeError", "KeyError", "IndexError", "RuntimeError", "NotImplementedError", "ImportError",
    "AttributeError", "StopIteration", "True", "False", "None", "property", "staticmethod", "classmethod", "slice",
    "complex", "frozenset", "callable", "vars", "dir", "id", "hash", "repr", "format", "exit", "quit", "eval", "exec",
    "globals", "locals", "display", "get_ipython", "__name__", "__file__", "_", "divmod", "pow", "chr", "ord", "bin",
    "hex", "memoryview", "bytearray", "help", "breakpoint", "delattr", "compile", "OSError", "AssertionError",
    "Any", "Optional", "Union", "List", "Dict", "Tuple", "Set", "Callable", "Iterable", "Iterator", "Sequence", "Path",
    "Mapping", "Literal", "TypeVar", "Generic", "Protocol", "NamedTuple", "Enum", "Tensor", "Module", "UserWarning",
    "DeprecationWarning", "FutureWarning", "NotImplemented", "Ellipsis",
  ]
}

extension Message {
  fileprivate static func undefined(_ names: [String], _ advice: UndefinedExampleName.Advice) -> Message {
    let flaw = "\(names.quoted()) \(names.count > 1 ? "are" : "is") not defined in this example"
    return switch advice {
    case .variable(let name): "\(flaw); did you mean '\(name)'?"
    case .home(let module): "\(flaw); import \(names.count > 1 ? "them" : "it") from '\(module)'"
    case .homes: "\(flaw); add the imports"
    }
  }
}
