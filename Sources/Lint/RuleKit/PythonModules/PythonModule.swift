import LintModel
import LintSourceText

/// The definitions of one Python file, in the detail needed to check names and calls.
package struct PythonModule: Sendable {
  package struct Class: Sendable {
    package var range: SourceRange
    /// As written.
    package var bases: [String]
    package var members: [String: [Callable]] = [:]
    package var attributes: Set<String> = []
    /// Fields that form the constructor, and whether each is required; nil for a class that is not a dataclass.
    package var fields: [Callable.Parameter]?
    /// True if a metaclass or an unknown decorator may have changed how it is made.
    package var isOpen: Bool
  }

  package var file: FileReference
  package var isPackage: Bool
  var functions: [String: [Callable]] = [:]
  var classes: [String: [Class]] = [:]
  /// What statements take from elsewhere, by the name that it has here; a whole module has no part.
  var taken: [String: [(statement: Import, part: Import.Item?)]] = [:]
  /// Statements that take every name of a module.
  var stars: [Import] = []
  var names: IdentifierSet
  var setAttributes: IdentifierSet
  /// Names in texts of a module that finds its names when they are asked for.
  var texts: IdentifierSet?
  /// True if names arise in ways that cannot be read.
  var isOpen: Bool
  /// True if attributes are set by names that are computed.
  var setsAnyAttribute: Bool
  /// Other modules to which it gives names that it computes: `setattr(layers, name, value)`.
  var filled: [String] = []
  /// Public paths by which decorators such as `keras_export` offer a name.
  var exports: [(path: String, name: String)] = []

  package var name: String { file.module }

  init?(_ file: SourceFile) {
    guard file.language == .python, !file.reference.projectPath.hasSuffix(".ipynb"), file.role != .test,
      !file.reference.module.isEmpty
    else { return nil }
    let model = file.model
    self.file = file.reference
    isPackage = file.reference.projectPath.hasSuffix("__init__.py")
    for item in model.imports {
      if item.items.isEmpty {
        taken[item.alias ?? String(item.module.prefix { $0 != "." }), default: []].append((item, nil))
      }
      for part in item.items where part.name != "*" { taken[part.alias ?? part.name, default: []].append((item, part)) }
      if item.items.contains(where: { $0.name == "*" }) { stars.append(item) }
    }
    names = model.moduleNames
    setAttributes = model.setAttributes
    isOpen =
      !model.syntaxErrors.isEmpty || NamesAtRunTime.arise(in: file)
      || ["exec", "meta_path", "__path__", "extend_path"].contains(where: model.mentions.contains)
    filled = NamesAtRunTime.filledModules(by: file)
    setsAnyAttribute = ["setattr", "__dict__", "__setattr__", "vars"].contains(where: model.mentions.contains)
    // If `globals()` is passed on, names may be added anywhere.
    if Self.isLazy(model) || model.mentions.contains("globals") { texts = model.calls.texts }
    let scanner = SourceScanner(text: file.text)
    // Put into `classes` when whole: one look-up for each class, not for each of its members.
    var types: [(name: String, entry: Class)] = []
    var owners: [Int: Int] = [:]
    for (index, declaration) in model.declarations.enumerated().dropFirst() {
      let name = declaration.name.text
      switch declaration.kind {
      case .type where declaration.parent == 0:
        owners[index] = types.count
        types.append((name, Self.classEntry(declaration, scanner)))
        addExports(of: declaration, scanner)
      case .function where declaration.parent == 0, .test where declaration.parent == 0:
        functions[name, default: []].append(Self.callable(declaration))
        addExports(of: declaration, scanner)
      case .method, .property, .type, .test:
        guard let parent = declaration.parent, let owner = owners[parent] else { continue }
        if declaration.kind == .method || declaration.kind == .test {
          types[owner].entry.members[name, default: []].append(Self.callable(declaration))
        } else {
          types[owner].entry.attributes.insert(name)
        }
      default: continue
      }
    }
    for binding in model.bindings {
      guard let owner = owners[binding.owner] else { continue }
      let name = binding.name.text
      types[owner].entry.attributes.insert(name)
      guard types[owner].entry.fields != nil, !binding.isOfInstance, let annotation = binding.annotation
      else { continue }
      let value = binding.value.map { file.text[$0] }
      if file.text[annotation].contains("ClassVar") { continue }
      if file.text[annotation].contains("InitVar") || value?.contains("init=") == true
        || value?.contains("alias=") == true
      {
        types[owner].entry.isOpen = true
      }
      types[owner].entry.fields?.append(
        .init(name: name, kind: .positionalOrKeyword, isRequired: value == nil))
    }
    for (name, entry) in types { classes[name, default: []].append(entry) }
  }

  private static func isLazy(_ model: FileModel) -> Bool {
    model.declarations.contains { $0.parent == 0 && ["__getattr__", "__dir__"].contains($0.name.text) }
      || model.imports.contains { item in
        item.items.contains { ["_LazyModule", "LazyModule", "attach", "attach_stub", "lazy_loader"].contains($0.name) }
          || item.module.contains("lazy")
      }
  }

  private mutating func addExports(of declaration: Declaration, _ scanner: SourceScanner) {
    for attribute in declaration.attributes where attribute.text.hasSuffix("_export") {
      let paths = SourceScanner.quotedNames(scanner.parenthesized(after: attribute.range.end) ?? "")
      for path in paths where path.contains(".") { exports.append((path, declaration.name.text)) }
    }
  }

  private static func callable(_ declaration: Declaration) -> Callable {
    Callable(
      parameters: declaration.parameters.map {
        .init(name: $0.name.text, kind: $0.kind, isRequired: $0.defaultRange == nil && !$0.isVariadic)
      }, range: declaration.name.range,
      isOpen: declaration.flags.contains(.isOverload) || !declaration.attributes.allSatisfy { isHarmless($0.text) },
      isProperty: declaration.flags.contains(.isProperty),
      isOfInstance: !declaration.flags.contains(.isStatic)
        && !declaration.attributes.contains { $0.text == "classmethod" })
  }

  private static func classEntry(_ declaration: Declaration, _ scanner: SourceScanner) -> Class {
    let header = scanner.parenthesized(after: declaration.name.range.end) ?? ""
    let hasUnknownMetaclass = header.contains("metaclass") && !header.contains("ABCMeta")
    var entry = Class(
      range: declaration.name.range, bases: declaration.bases,
      isOpen: hasUnknownMetaclass || !declaration.attributes.allSatisfy { isHarmless($0.text) })
    if declaration.attributes.contains(where: { $0.text == "dataclass" || $0.text.hasSuffix(".dataclass") }) {
      entry.fields = []
    }
    return entry
  }

  /// Whether a decorator leaves the parameters as they are.
  private static func isHarmless(_ decorator: String) -> Bool {
    let name = (decorator.split(separator: ".").last ?? "").lowercased()
    if harmless.contains(String(name)) { return true }
    return ["export", "regist", "docstring", "no_grad", "substitution", "requires"].contains { name.contains($0) }
  }

  private static let harmless: Set<String> = [
    "staticmethod", "classmethod", "abstractmethod", "abstractclassmethod", "lru_cache", "cache", "property",
    "cached_property", "inference_mode", "contextmanager", "override", "final", "validate_params", "dataclass",
    "total_ordering", "runtime_checkable", "script", "ignore", "unused", "jit", "rank_zero_only", "doc", "appender",
    "experimental", "compatibility", "deprecated", "available_if", "torch_fork_rng", "typechecked",
  ]
}
