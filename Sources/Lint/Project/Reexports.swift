import LintModel

/// The names that packages re-export from their private modules: `from ._forest import RandomForest` in a package's
/// `__init__.py` makes that class public, whatever its module is called.
package struct Reexports: Sendable {
  /// The names taken from one module.
  package struct Names: Sendable {
    var named: Set<String> = []
    /// True after `from ._module import *`.
    var takesAll = false

    func contains(_ name: String) -> Bool { named.contains(name) || takesAll && !name.hasPrefix("_") }
  }

  private var names: [String: Names] = [:]

  package init() {}

  package subscript(module: String) -> Names? { names[module] }

  /// Adds the imports of a package's `__init__.py`, unless the package is private itself.
  package mutating func add(_ imports: [Import], of package: String) {
    guard !Self.isPrivate(package) else { return }
    for statement in imports {
      guard let module = Self.module(of: statement, in: package), Self.isPrivate(module) else { continue }
      for item in statement.items {
        if item.name == "*" {
          names[module, default: Names()].takesAll = true
        } else if !(item.alias ?? item.name).hasPrefix("_") {
          names[module, default: Names()].named.insert(item.name)
        }
      }
    }
  }

  /// Whether a module, or a package that it lies in, is not for callers outside.
  static func isPrivate(_ module: String) -> Bool {
    module.split(separator: ".").contains { $0.hasPrefix("_") && !$0.hasPrefix("__") }
  }

  /// The same of a Python file, by its path.
  package static func isPrivate(path: String) -> Bool {
    path.hasSuffix(".py") && path.split(separator: "/").contains { $0.hasPrefix("_") && !$0.hasPrefix("__") }
  }

  /// The module that a `from` statement in a package's `__init__.py` names; nil if its dots lead out of the project.
  private static func module(of statement: Import, in package: String) -> String? {
    guard statement.level > 0 else { return statement.module }
    let parts = package.split(separator: ".")
    guard statement.level - 1 < parts.count else { return nil }
    let base = parts.dropLast(statement.level - 1).joined(separator: ".")
    return statement.module.isEmpty ? base : "\(base).\(statement.module)"
  }
}

extension FileModel {
  /// Makes the named top-level declarations of a private module public, with their public members.
  package mutating func publish(_ names: Reexports.Names) {
    for index in declarations.indices {
      let declaration = declarations[index]
      guard let parent = declaration.parent, !declaration.flags.contains(.isLocal) else { continue }
      let name = declaration.name.text
      let isDunder = name.hasPrefix("__") && name.hasSuffix("__")
      let isShown =
        declarations[parent].kind == .module
        ? names.contains(name) : declarations[parent].isPublic && (!name.hasPrefix("_") || isDunder)
      if isShown { declarations[index].flags.insert(.isPublic) }
    }
  }
}
