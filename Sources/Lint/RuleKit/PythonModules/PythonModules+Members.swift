// What is called: functions, classes, and methods of their instances.

extension PythonModules {
  /// The target of a call.
  package enum Callee: Sendable {
    case callable(Callable, in: PythonModule)
    /// Nothing gives the part of the path of this number, counted from 0; the names near it.
    case missing(part: Int, near: [String])
    /// The instances of the class have no such member; the names near it.
    case missingMember(near: [String], of: PythonModule.Class, in: PythonModule)
    /// Something that cannot be known here.
    case unknown
  }

  /// The target of calling a dotted path: a function or a constructor; with `member`, a method of the instance.
  ///
  /// - Parameters:
  ///   - path: From the first module on: `keras.layers.Dense`.
  ///   - member: The method that is called on what the class makes.
  ///   - exists: Whether the project has a file or folder of a path; nil if unknown.
  package func callee(_ path: String, member: String? = nil, exists: (String) -> Bool?) -> Callee {
    switch (find(path, exists: exists), member) {
    case (.type(let type, let home), let member?):
      switch attribute(member, of: type, home, exists: exists) {
      case .callable(let method, let owner): .callable(method, in: owner)
      case .missing(let near): .missingMember(near: near, of: type, in: home)
      case .unknown: .unknown
      }
    case (.type(let type, let home), nil):
      constructor(of: type, home, exists: exists).map { .callable($0.0, in: $0.1) } ?? .unknown
    case (.function(let function, let home), nil): .callable(function, in: home)
    case (.missing(let part, let near), _): .missing(part: part, near: near)
    default: .unknown
    }
  }

  /// What an attribute of an instance is.
  enum Attribute: Sendable {
    case callable(Callable, in: PythonModule)
    case missing(near: [String])
    case unknown
  }

  /// An attribute of a class's instances, inherited ones included.
  func attribute(
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

  /// The function that a call of a class runs; nil if unknown.
  func constructor(
    of type: PythonModule.Class, _ home: PythonModule, exists: (String) -> Bool?
  ) -> (Callable, PythonModule)? {
    if type.isOpen || type.members["__new__"] != nil { return nil }
    var isClosed = true
    if type.fields != nil, type.members["__init__"] == nil {
      let line = ancestry(of: type, home, exists, isClosed: &isClosed)
      guard isClosed, line.allSatisfy({ $0.0.fields != nil && !$0.0.isOpen && $0.0.members["__init__"] == nil }) else {
        return nil
      }
      let fields = line.reversed().flatMap { $0.0.fields ?? [] }
      // Which fields must be given depends on more than can be read here.
      let parameters = fields.map { Callable.Parameter(name: $0.name, kind: $0.kind, isRequired: false) }
      return (
        .init(parameters: parameters, range: type.range, isOpen: false, isProperty: false, isOfInstance: true), home
      )
    }
    // The first in order that has one decides, as long as all before it are known.
    for (ancestor, module) in ancestry(of: type, home, exists, isClosed: &isClosed) {
      if ancestor.isOpen || ancestor.members["__new__"] != nil { return nil }
      if let methods = ancestor.members["__init__"] {
        guard methods.count == 1, let method = methods.first else { return nil }
        // An unknown class may be between this one and its ancestor.
        return ancestor.range == type.range && module.name == home.name || isClosed ? (method, module) : nil
      }
      if ancestor.fields != nil { return nil }
    }
    return nil
  }

  /// A class and what it inherits from, depth first; `isClosed` becomes false if a base is not of this project.
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
      var seen: Set<Step> = []
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
