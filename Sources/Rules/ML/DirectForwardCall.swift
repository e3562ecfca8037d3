import LintModel
import LintRuleKit
import LintSourceText

/// A PyTorch module's `forward` is called directly, which skips the module's hooks.
struct DirectForwardCall: FileRule {
  struct Options: RuleOptions {
    /// Last words in the names of attributes that hold submodules.
    var modules: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.imports("torch"),
      file.model.invocations.contains(where: { $0.nameHash == Self.forward })
    else { return }
    for body in FunctionBody.all(in: file) where !isForwardingMethod(body) {
      for call in body.calls where call.nameHash == Self.forward && call.isDotted && !call.arguments.isEmpty {
        // The `forward` of a wrapper passes everything on, after the wrapper's hooks have run.
        if body.declaration.name.text == "forward", call.hasUnpacking || isAllOf(body, call) { continue }
        let receiver = body.receiver(of: call)
        guard isModule(receiver, body) else { continue }
        collector.add(.direct(String(receiver)), at: call.callee, in: file, of: body.owner)
      }
    }
  }

  private static let forward = Invocation.hash("forward")
  /// A forwarding method: wrappers, scripted copies and engines call `forward` on purpose.
  private func isForwardingMethod(_ body: FunctionBody) -> Bool {
    let names = body.declaration.attributes.map { $0.text }
    if names.contains(where: { $0.contains("script") || $0.contains("export") || $0.contains("compile") }) {
      return true
    }
    return body.declaration.name.text == "__call__" || body.declaration.name.text == "backward"
  }

  /// `return self.model.forward(x)` and nothing else.
  private func isAllOf(_ body: FunctionBody, _ call: Invocation) -> Bool {
    ["self.model", "self.net", "self.network", "self.base_model"].contains(body.receiver(of: call))
      && body.steps.count == 1 && body.steps[0].kind == .result && body.steps[0].value == call.range
  }

  private func isModule(_ receiver: Substring, _ body: FunctionBody) -> Bool {
    let parts = receiver.split(separator: ".")
    guard let first = parts.first, let last = parts.last, last.first?.isUppercase == false, first != "super",
      body.file.importedNames.path(of: first) == nil
    else { return false }
    // `self.forward` is up to the class itself; `module` is what a wrapper wraps.
    if parts.count == 1, first == "self" || first == "cls" { return false }
    if ["module", "_orig_mod", "inner", "wrapped", "parent", "base", "cls"].contains(last) { return false }
    if parts.count <= 2, ["model", "net", "network"].contains(last), parts.count == 1 || first == "self" {
      return true
    }
    // `self.speech_encoder`, `model.decoder`; scripted code calls `forward` of its submodules.
    if parts.count > 1, options.modules.contains(String(Name.words(of: String(last)).last ?? "")),
      !body.file.model.mentions.contains("jit")
    {
      return true
    }
    return madeByModule(receiver, body)
  }

  /// Whether the file creates it from a module class: `nn.Linear`, or a class derived from `Module`.
  private func madeByModule(_ receiver: Substring, _ body: FunctionBody) -> Bool {
    let file = body.file
    for step in file.model.flow.steps where step.kind == .assignment && file.text[step.targets] == receiver {
      guard let call = file.model.invocations(in: step.value).first, call.range.start == step.value.start else {
        continue
      }
      if let path = file.path(of: call), path.hasPrefix("torch.nn.") { return true }
      let name = body.name(of: call)
      let declares = file.model.declarations.contains { type in
        type.kind == .type && type.name.text == name && type.bases.contains { $0.hasSuffix("Module") }
      }
      if declares { return true }
    }
    return false
  }
}

extension Message {
  fileprivate static func direct(_ module: String) -> Message {
    "'\(module).forward(...)' skips the hooks of the module; call '\(module)(...)' instead"
  }
}
