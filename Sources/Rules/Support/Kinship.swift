import LintRuleKit

/// Who inherits from whom, seen from above: the index answers only upwards.
struct Kinship {
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

  /// The names of all types that inherit from one of this name. O(size of the answer).
  func descendants(of type: String) -> Set<String> {
    var result: Set<String> = []
    var pending = [type]
    while let next = pending.popLast() {
      for child in children[next] ?? [] where child != type && result.insert(child).inserted { pending.append(child) }
    }
    return result
  }

  /// Whether another library's class or protocol may call any method of a type: all but the plainest bases may.
  func isCalledFromOutside(_ method: String, of type: String, in module: String) -> Bool {
    let own = (project.types[type] ?? []).filter { $0.module == module }
    let bases = (own + project.ancestors(of: type, module: module)).flatMap(\.bases).map(\.name)
    return bases.contains { base in
      project.types[base] == nil && (!Self.plainBases.contains(base) || Self.isTaken(method, by: base))
    }
  }

  /// Bases that call few methods of their subclasses, all of them known by name.
  private static let plainBases: Set<String> = [
    "object", "ABC", "ABCMeta", "Protocol", "Generic", "Enum", "IntEnum", "NamedTuple", "Exception", "Module", "Layer",
    "Dataset", "IterableDataset", "BaseEstimator", "TransformerMixin", "ClassifierMixin", "RegressorMixin", "Sendable",
    "Equatable", "Hashable", "Codable", "Error", "UnaryLayer",
  ]

  /// Methods of torch's and Keras' base classes that subclasses replace.
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

  /// Whether this project's own class alone decides how a method is called: nothing above it has it, nothing below.
  func isFree(_ method: String, of type: String, in module: String) -> Bool {
    guard project.origin(ofMethod: method, in: type, module: module) == .own else { return false }
    if method == "__init__" || method == "init" { return true }
    return !descendants(of: type).contains { child in
      project.types[child]?.contains { $0.methods.contains(method) } ?? false
    }
  }
}
