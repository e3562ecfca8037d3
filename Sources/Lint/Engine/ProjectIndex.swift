/// What the whole project declares: built by the engine from every file, whatever subset is reported on.
public struct ProjectIndex: Sendable {
  /// A class, struct, enum or protocol.
  public struct TypeEntry: Sendable {
    public var module: String
    public var name: String
    /// As written, dotted, without arguments.
    public var bases: [String]
    public var methods: Set<String>

    public init(module: String, name: String, bases: [String], methods: Set<String>) {
      self.module = module
      self.name = name
      self.bases = bases
      self.methods = methods
    }
  }

  /// Where the shape of a method was decided.
  public enum MethodOrigin: Equatable, Sendable {
    /// By its own class: nothing it inherits from has it.
    case own
    /// By a class of this project, named here.
    case inherited(String)
    /// By a class that is not in this project, or possibly so: its parameters' names are not this project's choice.
    case foreign
  }

  public private(set) var files: [FileReference] = []
  /// Types by their last name.
  public private(set) var types: [String: [TypeEntry]] = [:]

  public init() {}

  /// What one file adds to the index.
  struct Entry: Sendable {
    var file: FileReference
    var types: [TypeEntry]

    init(_ file: SourceFile) {
      self.file = file.reference
      var methods: [Int: Set<String>] = [:]
      for declaration in file.model.declarations where declaration.kind == .method {
        if let parent = declaration.parent { methods[parent, default: []].insert(declaration.name.text) }
      }
      types = file.model.declarations.indices.compactMap { index in
        let declaration = file.model.declarations[index]
        guard declaration.kind == .type else { return nil }
        return TypeEntry(
          module: file.reference.module, name: declaration.name.text, bases: declaration.bases,
          methods: methods[index] ?? [])
      }
    }
  }

  /// Adds what one file declares.
  public mutating func add(_ file: SourceFile) { add(Entry(file)) }

  mutating func add(_ entry: Entry) {
    files.append(entry.file)
    for type in entry.types { types[type.name, default: []].append(type) }
  }

  /// Who decided how a method of a type is called. O(size of the type's ancestry).
  public func origin(ofMethod method: String, in type: String, module: String) -> MethodOrigin {
    guard let entry = entry(named: type, near: module) else { return .own }
    var pending = entry.bases
    var seen: Set<String> = [type]
    while let base = pending.popLast() {
      let name = base.split(separator: ".").last.map(String.init) ?? base
      guard seen.insert(name).inserted else { continue }
      guard let ancestor = self.entry(named: name, near: module) else {
        // An initializer is its class's own even where the base is unknown.
        if method != "__init__", method != "init", !Self.decidesNothing(name) || Self.isContract(method) {
          return .foreign
        }
        continue
      }
      if ancestor.methods.contains(method), method != "__init__", method != "init" { return .inherited(name) }
      pending += ancestor.bases
    }
    return .own
  }

  /// The type of a name: of the same module if there is one, of any module if it is the only one.
  private func entry(named name: String, near module: String) -> TypeEntry? {
    guard let entries = types[name] else { return nil }
    return entries.first { $0.module == module } ?? entries.first
  }

  /// Bases from outside that prescribe no method, or only the well-known ones of `isContract`.
  private static func decidesNothing(_ base: String) -> Bool {
    switch base {
    case "object", "ABC", "ABCMeta", "Protocol", "Generic", "NamedTuple", "TypedDict", "Enum", "IntEnum", "Exception",
      "Module", "Layer", "Dataset", "Model", "Sendable", "Equatable", "Hashable", "Codable":
      true
    default: false
    }
  }

  /// Methods by which frameworks call their users' classes.
  private static func isContract(_ method: String) -> Bool {
    switch method {
    case "forward", "call", "build", "compute_output_shape", "get_config", "from_config", "train", "eval", "apply",
      "state_dict", "load_state_dict", "extra_repr", "callAsFunction", "fit", "predict", "evaluate", "update",
      "train_step", "test_step":
      true
    default: method.hasPrefix("__") || method.hasPrefix("on_")
    }
  }
}
