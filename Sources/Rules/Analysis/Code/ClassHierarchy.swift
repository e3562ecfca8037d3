import LintRuleKit

/// The class hierarchy from bases to subclasses; the index only resolves the other direction.
struct ClassHierarchy {
  private var children: [String: Set<String>] = [:]
  private let project: ProjectIndex

  init(_ project: ProjectIndex) {
    self.project = project
    for (name, entries) in project.types {
      for entry in entries {
        for base in entry.bases { children[base.name, default: []].insert(name) }
      }
    }
  }

  /// The names of all types that inherit from a type of this name. O(size of the result).
  func descendants(of type: String) -> Set<String> {
    var result: Set<String> = []
    var pending = [type]
    while let next = pending.popLast() {
      for child in children[next] ?? [] where child != type && result.insert(child).inserted { pending.append(child) }
    }
    return result
  }

  /// Whether another library's class or protocol may call any method of a type, as all but the simplest bases may.
  func isCalledFromOutside(_ method: String, of type: String, in module: String) -> Bool {
    let own = (project.types[type] ?? []).filter { $0.module == module }
    let bases = (own + project.ancestors(of: type, module: module)).flatMap(\.bases).map(\.name)
    return bases.contains { base in
      project.types[base] == nil && (!Self.plainBases.contains(base) || Self.isTaken(method, by: base))
    }
  }

  /// Bases that call only a few methods of their subclasses, whose names are known.
  private static let plainBases: Set<String> = [
    "object", "ABC", "ABCMeta", "Protocol", "Generic", "Enum", "IntEnum", "NamedTuple", "Exception", "Module", "Layer",
    "Dataset", "IterableDataset", "BaseEstimator", "TransformerMixin", "ClassifierMixin", "RegressorMixin", "Sendable",
    "Equatable", "Hashable", "Codable", "Error", "UnaryLayer",
  ]

  /// Methods of the base classes of PyTorch and Keras that subclasses override.
  private static func isTaken(_ method: String, by base: String) -> Bool {
    switch base {
    case "Layer": return ["compute_mask", "compute_output_shape", "add_loss", "call", "build"].contains(method)
    case "Module": break
    default: return false
    }
    switch method {
    case "_apply", "apply", "to", "train", "eval", "cuda", "half", "float", "parameters", "named_parameters", "modules",
      "named_modules", "children", "buffers", "state_dict", "load_state_dict", "_load_from_state_dict",
      "_save_to_state_dict", "get_extra_state", "set_extra_state", "requires_grad_", "zero_grad":
      return true
    default: return method.hasPrefix("register_")
    }
  }

  /// Whether a class of this project alone determines a method's signature: neither its bases nor its subclasses have
  /// the method.
  func isFree(_ method: String, of type: String, in module: String) -> Bool {
    guard project.origin(ofMethod: method, in: type, module: module) == .own else { return false }
    if method == "__init__" || method == "init" { return true }
    return !descendants(of: type).contains { child in
      project.types[child]?.contains { $0.methods.contains(method) } ?? false
    }
  }
}
