import LintModel
import PythonSyntax

/// Infers from its use what a parameter such as `dim` means: an axis of an array or a number of elements.
enum ParameterUse {
  /// Fills in `meaning` and `passedAs`.
  ///
  /// - Parameter type: The class of a method: what an initializer keeps under the parameter's name is used elsewhere.
  static func note(in parameters: inout [LintModel.Parameter], of function: FunctionDefinition, in type: Node?) {
    let ambiguous = Set(parameters.map(\.name.text).filter(isAmbiguous))
    guard !ambiguous.isEmpty else { return }
    var uses: [String: UsageCounts] = [:]
    var walker = Walker(function.body.node)
    while let node = walker.next() {
      guard node.kind == .name, !node.isStored, ambiguous.contains(node.text) else { continue }
      uses[node.text, default: UsageCounts()].count(node, ancestors: walker.ancestors)
    }
    let isInitializer = function.name.textEquals("__init__")
    if isInitializer, let type {
      var walker = Walker(type)
      while let node = walker.next() {
        guard node.kind == .attribute, node.firstChild?.textEquals("self") == true, let name = node.lastName?.text,
          ambiguous.contains(name)
        else { continue }
        uses[name, default: UsageCounts()].count(node, ancestors: walker.ancestors)
      }
    }
    for index in parameters.indices where ambiguous.contains(parameters[index].name.text) {
      let usage = uses[parameters[index].name.text] ?? UsageCounts()
      parameters[index].passedAs = usage.keywords.sorted()
      parameters[index].meaning = usage.meaning(of: parameters[index], inInitializer: isInitializer)
    }
  }

  /// Names whose meaning depends on the body.
  private static func isAmbiguous(_ name: String) -> Bool {
    switch name {
    case "dim", "axis", "dims", "axes", "ndim": true
    default: false
    }
  }
}

private struct UsageCounts {
  var axis = 0
  var size = 0
  var keywords: Set<String> = []

  mutating func count(_ node: Node, ancestors: [Node]) {
    guard let parent = ancestors.last else { return }
    switch parent.kind {
    case .keywordArgument:
      let keyword = parent.firstChild?.text ?? ""
      keywords.insert(keyword)
      if Self.isAxisKeyword(keyword) { axis += 2 } else { size += 1 }
    case .comparison:
      // `dim < 0`, `-x.ndim <= axis < x.ndim`; sizes are compared with other sizes.
      let text = parent.text
      if text.contains("\"") || text.contains("'") {
        size += Self.isSomethingElse
      } else if text.contains("ndim") || text.contains("< 0") || text.contains(".dim()") || text.contains("== -1") {
        axis += 2
      }
    case .attribute where parent.firstChild == node: size += Self.isSomethingElse
    case .subscript where parent.firstChild == node: size += Self.isSomethingElse
    case .subscript:
      // `x.shape[dim]`
      if parent.firstChild?.lastName?.textEquals("shape") == true, parent.lastChild == node { axis += 2 }
    case .binaryOperation:
      switch BinaryOperation(parent)?.operation {
      case .multiply, .floorDivide, .divide, .power: size += 1
      case .modulo: if parent.text.contains("ndim") { axis += 2 } else { size += 1 }
      case .add: if parent.text.contains("ndim") || parent.text.contains(".dim()") { axis += 2 }
      default: break
      }
    case .arguments: countArgument(node, ancestors)
    default: break
    }
  }

  /// `axis.norm()`, `axis[0]` and `axis == "x"` are directions in space, which outweighs what is passed on.
  private static let isSomethingElse = 3

  /// A bare argument: `torch.sum(x, dim)` is an axis, `nn.Linear(dim, 4)` a size.
  private mutating func countArgument(_ node: Node, _ ancestors: [Node]) {
    guard let callee = ancestors.dropLast().last?.firstChild?.lastName else { return }
    let name = callee.text
    if name.first?.isUppercase == true || Self.makesArray(name) {
      size += 2
    } else if Self.takesAxis(name) {
      // `torch.norm(axis)` measures a vector.
      let isData = ancestors.last?.firstChild == node && Self.isLibrary(ancestors.dropLast().last?.firstChild)
      if isData { size += Self.isSomethingElse } else { axis += 2 }
    }
  }

  func meaning(of parameter: LintModel.Parameter, inInitializer: Bool) -> LintModel.Parameter.Meaning {
    if let annotation = parameter.annotation, annotation.contains("Dim") { return .unknown }
    if axis > size { return .axis }
    if size > axis { return .size }
    switch parameter.defaultValue {
    case "-1", "-2", "0", "1", "None": return .possibleAxis
    case nil: return inInitializer ? .size : .unknown
    default: return .unknown
    }
  }

  private static func isAxisKeyword(_ keyword: String) -> Bool {
    keyword == "dim" || keyword == "axis" || keyword == "dims" || keyword == "axes" || keyword == "dimension"
  }

  /// `np` of `np.sum`, or a function without an object.
  private static func isLibrary(_ callee: Node?) -> Bool {
    guard let callee, callee.kind == .attribute else { return true }
    switch callee.firstChild?.text ?? "" {
    case "np", "numpy", "torch", "jnp", "tf", "F", "mx", "ops", "lax", "linalg", "torch.linalg", "np.linalg",
      "jnp.linalg":
      return true
    default: return false
    }
  }

  private static func makesArray(_ name: String) -> Bool {
    switch name {
    case "zeros", "ones", "empty", "randn", "rand", "eye", "arange", "range", "full", "linspace", "sqrt", "view",
      "reshape", "trunc_normal_", "normal":
      true
    default: false
    }
  }

  private static func takesAxis(_ name: String) -> Bool {
    switch name {
    case "sum", "mean", "max", "min", "argmax", "argmin", "softmax", "log_softmax", "cat", "concat", "concatenate",
      "stack", "size", "squeeze", "unsqueeze", "expand_dims", "norm", "std", "var", "any", "all", "prod", "cumsum",
      "cumprod", "sort", "argsort", "topk", "gather", "scatter", "index_select", "split", "chunk", "unbind", "flip",
      "roll", "narrow", "select", "moveaxis", "swapaxes", "take", "repeat_interleave", "logsumexp", "median",
      "quantile", "canonicalize_axis", "normalize_axis", "transpose", "nansum", "nanmean", "nanmedian", "nanquantile",
      "amax", "amin", "aminmax", "cummax", "cummin", "diff", "mode", "kthvalue", "count_nonzero", "average", "ptp",
      "percentile", "array_split", "tensor_split", "take_along_dim", "take_along_axis", "scatter_add", "index_add",
      "index_fill", "index_copy", "normalize", "glu", "cosine_similarity", "movedim", "swapdims", "unflatten",
      "logcumsumexp", "fft", "ifft", "rfft", "irfft", "trapezoid", "trapz", "gradient", "apply_along_axis", "repeat":
      true
    default: false
    }
  }
}
