import LintModel
import LintSourceText

/// The Python modules of a project; resolves dotted names that refer to them.
///
/// Says "missing" only where everything that could give the name can be read.
package struct PythonModules: Sendable {
  /// The result of resolving a path.
  package enum Found: Sendable {
    case function(Callable, in: PythonModule)
    case type(PythonModule.Class, in: PythonModule)
    case module(String)
    /// Nothing gives the part of this number, counted from 0; the names near it.
    case missing(part: Int, near: [String])
    /// Unknown.
    case unknown
  }

  private var modules: [String: [PythonModule]] = [:]
  /// By public path: the module and the name there.
  private var exports: [String: (module: PythonModule, name: String)] = [:]
  private var exportingRoots: Set<Substring> = []
  /// Every name defined or taken up at the top of any module.
  private var everywhere = IdentifierSet()
  /// Modules that other modules give names that are computed.
  private var filled: Set<String> = []

  init(_ files: [PythonModule]) {
    for file in files {
      modules[file.name, default: []].append(file)
      everywhere.formUnion(file.names)
      filled.formUnion(file.filled)
      for name in file.functions.keys { everywhere.insert(name) }
      for name in file.classes.keys { everywhere.insert(name) }
      for (name, sources) in file.taken where sources.contains(where: { $0.part != nil }) { everywhere.insert(name) }
      for export in file.exports {
        exports[export.path] = (file, export.name)
        exportingRoots.insert(export.path.prefix { $0 != "." })
      }
    }
  }

  /// Whether a path's first name is a package or module of this project, as seen from a file.
  package func isOwn(_ path: String, for reader: FileReference) -> Bool {
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

  /// Whether a folder holds a module or a package of a name.
  package func isModule(_ name: String, in folder: String) -> Bool {
    !Self.ambiguous.contains(name)
      && modules[name]?.contains { module in
        let own = Paths.folder(of: module.file.projectPath)
        return (module.isPackage ? Paths.folder(of: own) : own) == folder
      } == true
  }

  /// The names that definitions give: functions, classes, their attributes, and parameters. O(size of the project).
  package func declaredNames() -> IdentifierSet {
    var names = everywhere
    func add(_ callables: some Sequence<Callable>) {
      for callable in callables { for parameter in callable.parameters { names.insert(parameter.name) } }
    }
    for module in modules.values.joined() {
      add(module.functions.values.joined())
      for type in module.classes.values.joined() {
        for attribute in type.attributes { names.insert(attribute) }
        for (name, methods) in type.members {
          names.insert(name)
          add(methods)
        }
      }
    }
    return names
  }

  /// Names of packages that many projects have for themselves, and that others publish.
  private static let ambiguous: Set<String> = [
    "datasets", "evaluate", "tokenizers", "tests", "test", "docs", "examples", "scripts", "tools", "setup", "utils",
    "benchmarks", "notebooks", "conftest",
  ]

  /// Resolves a dotted path.
  ///
  /// - Parameters:
  ///   - path: From the first module on: `keras.layers.Dense`.
  ///   - exists: Whether the project has a file or folder of a path; nil if unknown.
  package func find(_ path: String, exists: (String) -> Bool?) -> Found {
    if let export = exports[path] { return definition(of: export.name, in: export.module) ?? .unknown }
    let parts = path.split(separator: ".").map(String.init)
    guard let root = parts.first, modules[root] != nil else { return .unknown }
    var module = root
    for (index, part) in parts.enumerated().dropFirst() {
      var seen: Set<Step> = []
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

  /// One name looked up in one module; looking it up again cannot help.
  struct Step: Hashable {
    var module: String
    var name: String
  }

  func lookup(
    _ name: String, in module: String, _ exists: (String) -> Bool?, _ seen: inout Set<Step>
  ) -> Found {
    guard seen.insert(Step(module: module, name: name)).inserted, let files = modules[module] else { return .unknown }
    if files.count > 1 {
      // Modules of one name in different places: whichever is meant.
      return .unknown
    }
    let file = files[0]
    if name.hasPrefix("__") { return .unknown }
    if let found = definition(of: name, in: file) { return found }
    let taken = file.taken[name] ?? []
    if taken.count > 1 || file.names.contains(name) { return submodule(name, in: file) ?? .unknown }
    if let (item, part) = taken.first { return target(of: item, part, in: file, exists, &seen) }
    if let found = submodule(name, in: file) { return found }
    if let found = starred(name, in: file, exists, &seen) { return found }
    if file.isOpen || filled.contains(module) { return .unknown }
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
    if file.names.contains(name) || file.taken[name]?.contains(where: { $0.part != nil }) == true { return .unknown }
    if functions.isEmpty, classes.count == 1 { return .type(classes[0], in: file) }
    if classes.isEmpty, functions.count == 1 { return .function(functions[0], in: file) }
    return .unknown
  }

  private func target(
    of item: Import, _ part: Import.Item?, in file: PythonModule, _ exists: (String) -> Bool?, _ seen: inout Set<Step>
  ) -> Found {
    let module = ImportedNames.absolute(item, in: file.name, isPackage: file.isPackage)
    guard let part else {
      return modules[item.alias == nil ? String(module.prefix { $0 != "." }) : module] == nil
        ? .unknown : .module(item.alias == nil ? String(module.prefix { $0 != "." }) : module)
    }
    // `from . import layers` in the package's own file: the name is that of the submodule.
    if module == file.name, file.isPackage { return submodule(part.name, in: file) ?? .unknown }
    guard modules[module] != nil else {
      return modules["\(module).\(part.name)"] == nil ? .unknown : .module("\(module).\(part.name)")
    }
    let found = lookup(part.name, in: module, exists, &seen)
    // A broken import inside the project is another rule's.
    if case .missing = found { return .unknown }
    return found
  }

  private func starred(
    _ name: String, in file: PythonModule, _ exists: (String) -> Bool?, _ seen: inout Set<Step>
  ) -> Found? {
    var result: Found?
    for item in file.stars {
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

  /// The module that publicly defines a function or class of a name, if there is only one.
  package func home(of name: String) -> String? {
    var homes = modules.values.joined().lazy.filter { file in
      file.functions[name] != nil || file.classes[name] != nil
    }.makeIterator()
    guard let first = homes.next(), homes.next() == nil, first.file.role == .library,
      !first.name.split(separator: ".").contains(where: { $0.hasPrefix("_") })
    else { return nil }
    return first.name
  }

  private func candidates(in file: PythonModule) -> [String] {
    var names = Array(file.functions.keys) + Array(file.classes.keys)
    names += file.taken.filter { $0.value.contains { $0.part != nil } }.keys
    let prefix = file.name + "."
    if file.isPackage {
      names += modules.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains(".") }
        .map { String($0.dropFirst(prefix.count)) }
    }
    return names.filter { !$0.hasPrefix("_") }.sorted()
  }
}
