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

  public var files: [FileReference] = []
  /// Types by their last name.
  public var types: [String: [TypeEntry]] = [:]

  public init() {}

  /// Adds what one file declares.
  public mutating func add(_ file: SourceFile) {
    files.append(file.reference)
    for (index, declaration) in file.model.declarations.enumerated() where declaration.kind == .type {
      let methods = file.model.declarations.lazy.filter { $0.parent == index && $0.kind == .method }.map(\.name.text)
      let name = declaration.name.text
      types[name, default: []].append(
        TypeEntry(module: file.reference.module, name: name, bases: declaration.bases, methods: Set(methods)))
    }
  }
}
