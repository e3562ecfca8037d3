import LintModel
import LintSourceText

/// A place where code evaluates a PyTorch model: a loop over held-out data, or a function named after it.
struct TorchEvaluation {
  /// The call of the model.
  var call: Invocation
  /// The loop or function around it.
  var range: SourceRange

  /// The first evaluation in a body; nil if there is none.
  static func first(in body: FunctionBody) -> TorchEvaluation? {
    let declaration = body.declaration
    if declaration.isCallable, saysSo(declaration.name.text), let call = modelCall(in: declaration.range, of: body),
      !trains(declaration.range, body)
    {
      return TorchEvaluation(call: call, range: declaration.range)
    }
    for loop in body.steps where loop.kind == .loop && goesThroughHeldOut(loop, body) {
      guard let call = modelCall(in: loop.range, of: body), !trains(loop.range, body) else { continue }
      return TorchEvaluation(call: call, range: loop.range)
    }
    return nil
  }

  /// Words for held-out data.
  static let heldOut: Set<String> = ["test", "val", "valid", "validation", "eval", "evaluation", "dev", "testing"]

  private static func goesThroughHeldOut(_ loop: Flow.Step, _ body: FunctionBody) -> Bool {
    let value = body.text(loop.value)
    return value.utf8.count < 120 && value.hasWord(of: heldOut) && !value.hasWord(of: ["train", "range"])
  }

  /// `test`, `evaluate_model`; a framework calls `validation_step`, without gradients.
  private static func saysSo(_ name: String) -> Bool {
    let words = Name.words(of: name)
    guard let first = words.first else { return false }
    return ["test", "validate", "evaluate", "eval"].contains(first) && words.last != "step" && words.count <= 3
      || words == ["run", "evaluation"] || words == ["run", "validation"]
  }

  /// The first call of a model with data in a loop.
  private static func modelCall(in range: SourceRange, of body: FunctionBody) -> Invocation? {
    body.calls.first { call in
      guard range.contains(call.range), call.isDotted, !call.arguments.isEmpty else { return false }
      let callee = body.text(call.callee)
      guard isModel(object(of: callee)), !isDeclaredFunction(callee, body) else { return false }
      return body.steps.contains { $0.kind == .loop && $0.range.contains(call.range) && range.contains($0.range) }
    }
  }

  /// The model: `agent` of `agent.get_action(x)`, `net` of `net.forward(x)` and `net(x)`.
  static func object(of callee: String) -> Substring {
    guard let dot = callee.lastIndex(of: ".") else { return callee[...] }
    let method = callee[callee.index(after: dot)...]
    return method == "forward" || method.hasPrefix("get_action") ? callee[..<dot] : callee[...]
  }

  /// `model`, `self.net`, `cnn_model`.
  static func isModel(_ dotted: Substring) -> Bool {
    let parts = dotted.split(separator: ".")
    guard let last = parts.last, parts.count <= 2, parts.count == 1 || parts[0] == "self",
      last.first?.isLowercase == true
    else { return false }
    let words = Name.words(of: String(last))
    // `get_model`, `query_model`: a function that is named after what it does.
    guard words.count < 2 || !(words.first.map { verbs.contains(String($0)) } ?? false) else { return false }
    return [
      "model", "net", "network", "classifier", "discriminator", "generator", "cnn", "rnn", "lstm", "actor", "agent",
      "policy",
    ].contains(words.last)
  }

  private static let verbs: Set<String> = [
    "get", "set", "query", "ask", "call", "run", "build", "create", "make", "load", "init", "save", "fetch", "download",
    "prepare", "setup", "wrap", "convert", "compile", "export", "import", "fit", "predict", "evaluate",
    "validate", "check", "select", "choose", "find", "update", "reset", "print", "show", "plot", "add", "apply",
    "construct", "define", "instantiate", "register", "replace", "quantize", "prune",
  ]

  /// Whether a name that is called refers to a function, of this file or imported, rather than to a model.
  private static func isDeclaredFunction(_ callee: String, _ body: FunctionBody) -> Bool {
    let name = callee.split(separator: ".").last.map(String.init) ?? callee
    let isOfClass = callee.hasPrefix("self.")
    if !isOfClass, body.file.importedNames.path(of: callee) != nil { return true }
    return body.file.model.declarations.contains { declaration in
      declaration.name.text == name && declaration.kind == (isOfClass ? .method : .function)
    }
  }

  /// Whether a backward pass, or what comes with one, runs in a range.
  static func trains(_ range: SourceRange, _ body: FunctionBody) -> Bool {
    body.contains(range, callOf: ["backward", "zero_grad", "grad", "minimize", "manual_backward", "training_step"])
  }

  /// Whether a decorator or a context disables gradients.
  static func switchesGradientsOff(_ text: some StringProtocol) -> Bool {
    let text = text.lowercased()
    return text.contains("grad") || text.contains("inference") || text.contains("evaluat")
  }
}
