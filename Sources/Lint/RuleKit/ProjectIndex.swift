import LintModel
import LintProject

/// All declarations of the project: built by the engine from every file, whatever subset is reported on.
package struct ProjectIndex: Sendable {
  /// A class, struct, enum or protocol.
  package struct TypeEntry: Sendable {
    /// A type that it inherits from.
    package struct Base: Sendable {
      /// Its last name.
      package var name: String
      /// The module that it is imported from; nil if the file says nothing of it.
      package var home: String?

      package init(name: String, home: String?) {
        self.name = name
        self.home = home
      }
    }

    package var module: String
    package var name: String
    package var bases: [Base]
    package var methods: Set<String>
    /// Whether it only adds members to a type that is declared elsewhere.
    package var isExtension = false

    package init(module: String, name: String, bases: [Base], methods: Set<String>) {
      self.module = module
      self.name = name
      self.bases = bases
      self.methods = methods
    }
  }

  /// The origin of a method's signature.
  package enum MethodOrigin: Equatable, Sendable {
    /// By its own class: nothing it inherits from has it.
    case own
    /// By a class of this project, named here.
    case inherited(String)
    /// By a class that is, or may be, outside this project: its parameter names are not this project's choice.
    case foreign
  }

  /// The coverage that the project's own configuration requires; nil if no report was passed.
  package var coverageFloors: [CoverageFloor]?
  package private(set) var files: [FileReference] = []
  /// The repository as a whole; nil outside a repository.
  package var repository: Repository?
  /// Types by their last name.
  package private(set) var types: [String: [TypeEntry]] = [:]
  /// What the Python files define.
  package private(set) var modules = PythonModules([])
  /// What the Swift files declare.
  package private(set) var swift = SwiftModules([])
  /// What examples use, file by file.
  package private(set) var examples: [FileFacts<ExampleFact>] = []
  private var pythonFiles: [PythonModule] = []
  private var swiftFiles: [SwiftFile] = []
  private var layout = Layout()
  /// First parts of the modules that are in this project.
  private var packages: Set<Substring> = []

  package init() {}

  /// What one file adds to the index.
  package struct Entry: Sendable {
    package var file: FileReference
    var types: [TypeEntry]
    var module: PythonModule?
    var swift: SwiftFile?
    var examples: [ExampleFact]

    package init(_ file: SourceFile) {
      self.file = file.reference
      module = PythonModule(file)
      swift = SwiftFile(file)
      examples = ExampleFact.facts(in: file)
      let declarations = file.model.declarations
      var methods: [Int: Set<String>] = [:]
      for index in declarations.indices where declarations[index].kind == .method || declarations[index].kind == .test {
        if let parent = declarations[index].parent {
          methods[parent, default: []].insert(declarations[index].name.text)
        }
      }
      types = declarations.indices.compactMap { index in
        guard declarations[index].kind == .type else { return nil }
        let declaration = declarations[index]
        var entry = TypeEntry(
          module: file.reference.module, name: declaration.name.text,
          bases: declaration.bases.map { file.importedNames.base($0) }, methods: methods[index] ?? [])
        entry.isExtension = declaration.flags.contains(.isExtension)
        return entry
      }
    }
  }

  /// Computes what depends on all files, once every file has been added.
  package mutating func finish(_ layout: Layout) {
    self.layout = layout
    modules = PythonModules(pythonFiles)
    pythonFiles = []
    swift = SwiftModules(swiftFiles)
    swiftFiles = []
    for (name, entries) in types where entries.contains(where: \.isExtension) { types[name] = Self.joined(entries) }
  }

  /// A type of Swift together with its extensions, where only one type has the name; first the type, if several have.
  private static func joined(_ entries: [TypeEntry]) -> [TypeEntry] {
    let (parts, whole) = (entries.filter(\.isExtension), entries.filter { !$0.isExtension })
    guard var type = whole.first, whole.count == 1 else { return whole + parts }
    for part in parts {
      type.bases += part.bases
      type.methods.formUnion(part.methods)
    }
    return [type]
  }

  /// Whether the project has a file or folder, read or not, of a path from its root; nil if not checked.
  package func exists(_ path: String) -> Bool? { layout.exists(path) }

  /// Every folder that was looked into, by its path from the root.
  package var folders: Set<String> { layout.folders }

  /// Adds what one file declares.
  package mutating func add(_ file: SourceFile) { add(Entry(file)) }

  package mutating func add(_ entry: Entry) {
    files.append(entry.file)
    if let dot = entry.file.module.firstIndex(of: ".") { packages.insert(entry.file.module[..<dot]) }
    for type in entry.types { types[type.name, default: []].append(type) }
    if let module = entry.module { pythonFiles.append(module) }
    if let file = entry.swift { swiftFiles.append(file) }
    if !entry.examples.isEmpty { examples.append(FileFacts(file: entry.file, facts: entry.examples)) }
  }

  /// The type that determined a method's signature. O(size of the type's ancestry).
  package func origin(ofMethod method: String, in type: String, module: String) -> MethodOrigin {
    let isInitializer = method == "__init__" || method == "init"
    guard let entry = entry(named: type, near: module) else { return .own }
    var pending = entry.bases.map { (base: $0, module: entry.module) }
    var seen: Set<String> = [type]
    while let (base, module) = pending.popLast() {
      guard let ancestor = self.entry(of: base, near: module) else {
        // Swift: a protocol from outside rarely prescribes an initializer, and an override says that it is one.
        if method != "init", !ForeignBase.decidesNothing(base.name) || ForeignBase.isContract(method, of: base.name) {
          return .foreign
        }
        continue
      }
      guard seen.insert(base.name).inserted else { continue }
      if ancestor.methods.contains(method) {
        // Whatever lies beyond, a class of this project has settled it.
        if isInitializer { continue }
        return .inherited(base.name)
      }
      pending += ancestor.bases.map { ($0, ancestor.module) }
    }
    return .own
  }

  /// The types of this project that a type inherits from, nearest first, each once. O(size of the ancestry).
  package func ancestors(of type: String, module: String) -> [TypeEntry] {
    guard let entry = entry(named: type, near: module) else { return [] }
    var result: [TypeEntry] = []
    var pending = entry.bases.map { (base: $0, module: entry.module) }
    var seen: Set<String> = [type]
    while !pending.isEmpty {
      let (base, module) = pending.removeFirst()
      guard let ancestor = self.entry(of: base, near: module), seen.insert(base.name).inserted else { continue }
      result.append(ancestor)
      pending += ancestor.bases.map { ($0, ancestor.module) }
    }
    return result
  }

  /// The type of a name: of the same module if there is one, of any module if it is the only one.
  private func entry(named name: String, near module: String) -> TypeEntry? {
    guard let entries = types[name] else { return nil }
    return entries.first { $0.module == module } ?? entries.first
  }

  /// The type that a base stands for; nil if it is another project's.
  private func entry(of base: TypeEntry.Base, near module: String) -> TypeEntry? {
    guard let home = base.home else { return entry(named: base.name, near: module) }
    guard
      packages.contains(home.prefix { $0 != "." }) || types[base.name]?.contains(where: { $0.module == home }) == true
    else { return nil }
    let inside = types[base.name]?.first { $0.module == home || $0.module.hasPrefix(home + ".") }
    return inside ?? entry(named: base.name, near: module)
  }
}
