/// The Python modules of a project, and what the dotted names that lead into them stand for.
///
/// Says "missing" only where everything that could give the name can be read.
public struct PythonModules: Sendable {
  /// What a path leads to.
  public enum Found: Sendable {
    case function(PythonModule.Callable, in: PythonModule)
    case type(PythonModule.Class, in: PythonModule)
    case module(String)
    /// Nothing gives the part of this number, counted from 0; the names near it.
    case missing(part: Int, near: [String])
    /// Something that cannot be known here.
    case unknown
  }

  private var modules: [String: [PythonModule]] = [:]
  /// By public path: the module and the name there.
  private var exports: [String: (module: PythonModule, name: String)] = [:]
  private var exportingRoots: Set<Substring> = []
  /// Every name defined or taken up at the top of any module.
  private var everywhere = Mentions()

  init(_ files: [PythonModule]) {
    for file in files {
      modules[file.name, default: []].append(file)
      everywhere.formUnion(file.names)
      for name in file.functions.keys { everywhere.insert(name) }
      for name in file.classes.keys { everywhere.insert(name) }
      for item in file.imports.flatMap(\.items) { everywhere.insert(item.alias ?? item.name) }
      for export in file.exports {
        exports[export.path] = (file, export.name)
        exportingRoots.insert(export.path.prefix { $0 != "." })
      }
    }
  }

  /// Whether a path's first name is a package or module of this project for one who reads a file.
  public func isOwn(_ path: String, for reader: FileReference) -> Bool {
    let root = String(path.prefix { $0 != "." })
    if Self.ambiguous.contains(root) { return false }
    guard let candidates = modules[root] else { return false }
    let here = Paths.folder(of: reader.projectPath)
    return candidates.contains { module in
      let folder = Paths.folder(of: module.file.projectPath)
      guard module.isPackage else { return folder == here && module.file.role != .configuration }
      let outer = Paths.folder(of: folder)
      if outer.isEmpty || ["src", "python", "lib"].contains(Paths.name(of: outer)) { return true }
      return outer == module.file.distribution || here == outer || here.hasPrefix(outer + "/")
    }
  }

  /// Names of packages that many projects have for themselves, and that others publish.
  private static let ambiguous: Set<String> = [
    "datasets", "evaluate", "tokenizers", "tests", "test", "docs", "examples", "scripts", "tools", "setup", "utils",
    "benchmarks", "notebooks", "conftest",
  ]

  // MARK: Paths

  /// What a dotted path stands for.
  ///
  /// - Parameters:
  ///   - path: From the first module on: `keras.layers.Dense`.
  ///   - exists: Whether the project has a file or folder of a path; nil where nobody knows.
  public func find(_ path: String, exists: (String) -> Bool?) -> Found {
    if let export = exports[path] { return definition(of: export.name, in: export.module) ?? .unknown }
    let parts = path.split(separator: ".").map(String.init)
    guard let root = parts.first, modules[root] != nil else { return .unknown }
    var module = root
    for (index, part) in parts.enumerated().dropFirst() {
      var seen: Set<String> = []
      switch lookup(part, in: module, exists, &seen) {
      case .module(let next): module = next
      case .missing(_, let near):
        if isGenerated(parts, index) || isExportedBelow(parts[...index].joined(separator: ".")) { return .unknown }
        return .missing(part: index, near: near)
      case .unknown: return .unknown
      case let found where index == parts.count - 1: return found
      case .type(let type, let home): return member(Array(parts[(index + 1)...]), of: type, home, exists)
      case .function: return .unknown
      }
    }
    return .module(module)
  }

  private func member(
    _ rest: [String], of type: PythonModule.Class, _ home: PythonModule, _ exists: (String) -> Bool?
  ) -> Found {
    guard rest.count == 1, let name = rest.first else { return .unknown }
    guard case .callable(let method, let owner) = attribute(name, of: type, home, exists: exists), !method.isOfInstance
    else { return .unknown }
    return .function(method, in: owner)
  }

  /// Where decorators make the public modules, these may be written when the package is built.
  private func isGenerated(_ parts: [String], _ index: Int) -> Bool {
    guard exportingRoots.contains(parts[0][...]) else { return false }
    return everywhere.contains(parts[index])
  }

  private func isExportedBelow(_ path: String) -> Bool {
    guard exportingRoots.contains(path.prefix { $0 != "." }) else { return false }
    return exports.keys.contains { $0.hasPrefix(path + ".") }
  }

  private func lookup(
    _ name: String, in module: String, _ exists: (String) -> Bool?, _ seen: inout Set<String>
  ) -> Found {
    guard seen.insert("\(module):\(name)").inserted, let files = modules[module] else { return .unknown }
    if files.count > 1 {
      // Modules of one name in different places: whichever is meant.
      return .unknown
    }
    let file = files[0]
    if name.hasPrefix("__") { return .unknown }
    if let found = definition(of: name, in: file) { return found }
    let taken = file.imports.flatMap { item -> [(Import, Import.Item?)] in
      if item.items.isEmpty {
        let bound = item.alias ?? String(item.module.prefix { $0 != "." })
        return bound == name ? [(item, nil)] : []
      }
      return item.items.filter { ($0.alias ?? $0.name) == name }.map { (item, $0) }
    }
    if taken.count > 1 || file.names.contains(name) { return submodule(name, in: file) ?? .unknown }
    if let (item, part) = taken.first { return target(of: item, part, in: file, exists, &seen) }
    if let found = submodule(name, in: file) { return found }
    if let found = starred(name, in: file, exists, &seen) { return found }
    if file.isOpen { return .unknown }
    if let texts = file.texts, texts.contains(name) || everywhere.contains(name) { return .unknown }
    guard !Self.isMadeByBuild(name, in: file), isReadable(name, below: file, exists) else { return .unknown }
    return .missing(part: 0, near: candidates(in: file))
  }

  /// Modules that are written or compiled when the package is built.
  private static func isMadeByBuild(_ name: String, in file: PythonModule) -> Bool {
    guard file.isPackage else { return false }
    return name.hasPrefix("_") || name.hasSuffix("_pb2") || name.hasSuffix("_pb2_grpc") || name.hasSuffix("version")
  }

  private func submodule(_ name: String, in file: PythonModule) -> Found? {
    guard file.isPackage, modules["\(file.name).\(name)"] != nil else { return nil }
    return .module("\(file.name).\(name)")
  }

  /// Whether no file or folder beside a package's own could be the module of this name.
  private func isReadable(_ name: String, below file: PythonModule, _ exists: (String) -> Bool?) -> Bool {
    guard file.isPackage else { return true }
    // A compiled module may be put beside the others when the package is built.
    if exists("*" + name) != false { return false }
    let place = Paths.join(Paths.folder(of: file.file.projectPath), name)
    return exists(place) == false && exists(place + ".py") == false && exists(place + ".pyi") == false
  }

  private func definition(of name: String, in file: PythonModule) -> Found? {
    let functions = file.functions[name] ?? []
    let classes = file.classes[name] ?? []
    if functions.isEmpty, classes.isEmpty { return nil }
    if file.names.contains(name)
      || file.imports.contains(where: { $0.items.contains { ($0.alias ?? $0.name) == name } })
    {
      return .unknown
    }
    if functions.isEmpty, classes.count == 1 { return .type(classes[0], in: file) }
    if classes.isEmpty, functions.count == 1 { return .function(functions[0], in: file) }
    return .unknown
  }

  private func target(
    of item: Import, _ part: Import.Item?, in file: PythonModule, _ exists: (String) -> Bool?, _ seen: inout Set<String>
  ) -> Found {
    let module = ImportedNames.absolute(item, in: file.name, isPackage: file.isPackage)
    guard let part else {
      return modules[item.alias == nil ? String(module.prefix { $0 != "." }) : module] == nil
        ? .unknown : .module(item.alias == nil ? String(module.prefix { $0 != "." }) : module)
    }
    guard modules[module] != nil else {
      return modules["\(module).\(part.name)"] == nil ? .unknown : .module("\(module).\(part.name)")
    }
    let found = lookup(part.name, in: module, exists, &seen)
    // A broken import inside the project is another rule's.
    if case .missing = found { return .unknown }
    return found
  }

  private func starred(
    _ name: String, in file: PythonModule, _ exists: (String) -> Bool?, _ seen: inout Set<String>
  ) -> Found? {
    var result: Found?
    for item in file.imports where item.items.contains(where: { $0.name == "*" }) {
      let module = ImportedNames.absolute(item, in: file.name, isPackage: file.isPackage)
      guard modules[module] != nil else { return .unknown }
      let found = lookup(name, in: module, exists, &seen)
      if case .missing = found { continue }
      // Two that give the name: the later one wins, and which that is may depend on conditions.
      if result != nil { return .unknown }
      result = found
    }
    return result
  }

  private func candidates(in file: PythonModule) -> [String] {
    var names = Array(file.functions.keys) + Array(file.classes.keys)
    for item in file.imports { names += item.items.map { $0.alias ?? $0.name } }
    let prefix = file.name + "."
    if file.isPackage {
      names += modules.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains(".") }
        .map { String($0.dropFirst(prefix.count)) }
    }
    return names.filter { !$0.hasPrefix("_") }.sorted()
  }

  // MARK: Members

  /// What an attribute of an instance is.
  public enum Attribute: Sendable {
    case callable(PythonModule.Callable, in: PythonModule)
    case missing(near: [String])
    case unknown
  }

  /// An attribute of a class's instances, inherited ones included.
  public func attribute(
    _ name: String, of type: PythonModule.Class, _ home: PythonModule, exists: (String) -> Bool?
  ) -> Attribute {
    var near: [String] = []
    var isClosed = true
    for (ancestor, module) in ancestry(of: type, home, exists, isClosed: &isClosed) {
      if let methods = ancestor.members[name] {
        guard methods.count == 1, let method = methods.first, !method.isProperty, !ancestor.attributes.contains(name)
        else { return .unknown }
        return .callable(method, in: module)
      }
      if ancestor.attributes.contains(name) || module.setAttributes.contains(name) { return .unknown }
      if ancestor.isOpen || ancestor.members["__getattr__"] != nil || ancestor.members["__getattribute__"] != nil {
        return .unknown
      }
      if module.isOpen || module.setsAnyAttribute || ancestor.members["__new__"] != nil { isClosed = false }
      near += ancestor.members.keys
    }
    if !isClosed || name.hasPrefix("__") { return .unknown }
    return .missing(near: near.filter { !$0.hasPrefix("_") }.sorted())
  }

  /// The function that a call of a class runs; nil where nobody can tell.
  public func constructor(
    of type: PythonModule.Class, _ home: PythonModule, exists: (String) -> Bool?
  ) -> (PythonModule.Callable, PythonModule)? {
    if type.isOpen || type.members["__new__"] != nil { return nil }
    var isClosed = true
    if type.fields != nil, type.members["__init__"] == nil {
      let line = ancestry(of: type, home, exists, isClosed: &isClosed)
      guard isClosed, line.allSatisfy({ $0.0.fields != nil && !$0.0.isOpen && $0.0.members["__init__"] == nil }) else {
        return nil
      }
      let fields = line.reversed().flatMap { $0.0.fields ?? [] }
      // Which fields must be given depends on more than can be read here.
      let parameters = fields.map { PythonModule.Parameter(name: $0.name, kind: $0.kind, isRequired: false) }
      return (
        .init(parameters: parameters, range: type.range, isOpen: false, isProperty: false, isOfInstance: true), home
      )
    }
    // The first in order that has one decides, as long as all before it are known.
    for (ancestor, module) in ancestry(of: type, home, exists, isClosed: &isClosed) {
      if ancestor.isOpen || ancestor.members["__new__"] != nil { return nil }
      if let methods = ancestor.members["__init__"] {
        guard methods.count == 1, let method = methods.first else { return nil }
        // An unknown class may stand between this one and its ancestor.
        return ancestor.range == type.range && module.name == home.name || isClosed ? (method, module) : nil
      }
      if ancestor.fields != nil { return nil }
    }
    return nil
  }

  /// A class and what it inherits from, depth first; `isClosed` becomes false where a base is not of this project.
  private func ancestry(
    of type: PythonModule.Class, _ home: PythonModule, _ exists: (String) -> Bool?, isClosed: inout Bool
  ) -> [(PythonModule.Class, PythonModule)] {
    var result: [(PythonModule.Class, PythonModule)] = [(type, home)]
    var pending = type.bases.map { ($0, home) }
    var count = 0
    while !pending.isEmpty, count < 100 {
      count += 1
      let (base, module) = pending.removeFirst()
      if Self.plainBases.contains(base) { continue }
      var seen: Set<String> = []
      let parts = base.split(separator: ".").map(String.init)
      var found = parts.first.map { lookup($0, in: module.name, exists, &seen) } ?? .unknown
      for part in parts.dropFirst() {
        guard case .module(let inner) = found else { break }
        found = lookup(part, in: inner, exists, &seen)
      }
      guard case .type(let ancestor, let place) = found else {
        isClosed = false
        continue
      }
      if result.contains(where: { $0.0.range == ancestor.range && $0.1.name == place.name }) { continue }
      result.append((ancestor, place))
      pending.insert(contentsOf: ancestor.bases.map { ($0, place) }, at: 0)
    }
    return result
  }

  private static let plainBases: Set<String> = ["object", "ABC", "abc.ABC", "Generic", "typing.Generic", "Protocol"]
}
