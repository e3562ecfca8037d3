import PythonSyntax

/// Distinguishes code that only prints or logs values from code that uses them.
enum ShownValues {
  static func isShown(_ ancestors: some BidirectionalCollection<Node>) -> Bool {
    for node in ancestors.reversed() {
      switch node.kind {
      case .call:
        guard let callee = node.firstChild?.lastName else { return false }
        if shows(callee.text) { return true }
        if !formats(callee.text) { return false }
      case .replacementField: return true
      case .assign, .block, .returnStatement, .forStatement: return false
      default: continue
      }
    }
    return false
  }

  /// `for name, value in vars(args).items(): print(name, value)`
  static func isShownInLoop(_ ancestors: some BidirectionalCollection<Node>) -> Bool {
    guard let loop = ancestors.last(where: { $0.kind == .forStatement || $0.kind == .block }),
      loop.kind == .forStatement,
      let body = loop.child(.block)
    else { return false }
    return body.descendants.allSatisfy { node in
      switch node.kind {
      case .call: node.firstChild?.lastName.map { shows($0.text) || formats($0.text) } ?? false
      case .subscript, .keywordUnpack: false
      case .assign: node.firstChild?.kind == .name
      default: true
      }
    }
  }

  static func shows(_ callee: String) -> Bool {
    switch callee {
    case "print", "pprint", "pp", "echo", "info", "debug", "warning", "error", "log", "rprint", "add_text",
      "add_hparams",
      "log_hyperparams", "log_params", "log_param", "write", "dump", "init", "init_trackers", "update", "save",
      "writelines", "exit":
      true
    default: callee.hasPrefix("print_") || callee.hasPrefix("log_") || callee.hasPrefix("show_")
    }
  }

  /// Whether a function keeps what it is given beside the results of a run.
  static func records(_ callee: String) -> Bool {
    switch callee {
    case "init", "init_trackers", "update", "add_hparams", "log_hyperparams", "log_params": true
    default: false
    }
  }

  private static func formats(_ callee: String) -> Bool {
    switch callee {
    case "format", "join", "dumps", "str", "repr", "sorted", "pformat", "vars", "items", "dict", "list", "getattr",
      "keys",
      "values", "map", "zip", "len", "ljust", "rjust", "_get_kwargs", "asdict", "safe_dump", "max":
      true
    default: false
    }
  }
}
