import LintModel
import LintRuleKit
import LintSourceText

/// A PyTorch module's `forward` is called directly, which skips the module's hooks.
struct DirectForwardCall: ProjectRule {
  struct Options: RuleOptions {
    /// Last words in the names of attributes that hold submodules.
    var modules: [String]
  }

  struct Fact {
    struct Call {
      var receiver: String
      var range: SourceRange
      var symbol: String
      /// The class of the receiver, where the file creates it.
      var maker: String?
    }

    var calls: [Call] = []
    /// Classes with a method `forward` that have no base which could be a module.
    var others: [String] = []
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python, file.role != .generated, file.role != .vendored else { return [] }
    let fact = Fact(calls: calls(in: file), others: others(in: file))
    return fact.calls.isEmpty && fact.others.isEmpty ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let others = Set(facts.flatMap { $0.facts.flatMap(\.others) })
    let words = Set(others.compactMap { Name.words(of: $0).last })
    for file in facts {
      for call in file.facts.flatMap(\.calls) {
        // A class of the project that is called like a model but is no module has no hooks to skip.
        if let maker = call.maker {
          guard !others.contains(maker) else { continue }
        } else {
          let last = call.receiver.split(separator: ".").last.map(String.init) ?? call.receiver
          guard Name.words(of: last).last.map({ !words.contains($0) }) ?? true else { continue }
        }
        collector.add(
          .direct(call.receiver), at: Location(path: file.file.path, range: call.range), symbol: call.symbol)
      }
    }
  }

  private func others(in file: SourceFile) -> [String] {
    file.model.declarations.compactMap { method in
      guard method.name.text == "forward", let parent = method.parent else { return nil }
      let type = file.model.declarations[parent]
      return type.kind == .type && type.bases.allSatisfy { ["object", "ABC", "abc.ABC"].contains($0) }
        ? type.name.text : nil
    }
  }

  private func calls(in file: SourceFile) -> [Fact.Call] {
    guard file.imports("torch"),
      file.model.invocations.contains(where: { $0.nameHash == Self.forward })
    else { return [] }
    var result: [Fact.Call] = []
    // A file that replaces `forward` means the function, not the module.
    guard !file.model.setAttributes.contains("forward") else { return [] }
    for body in FunctionBody.all(in: file) where !isForwardingMethod(body) {
      for call in body.calls where call.nameHash == Self.forward && call.isDotted && !call.arguments.isEmpty {
        // The `forward` of a wrapper passes everything on, after the wrapper's hooks have run.
        if body.declaration.name.text == "forward", call.hasUnpacking || isAllOf(body, call) { continue }
        let receiver = body.receiver(of: call)
        guard isModule(receiver, body), !saysWhy(call, file) else { continue }
        result.append(
          Fact.Call(
            receiver: String(receiver), range: call.callee, symbol: file.symbol(of: body.owner),
            maker: maker(of: receiver, in: file)))
      }
    }
    return result
  }

  /// Whether a comment on the line, or on the line above, is about hooks or the call.
  private func saysWhy(_ call: Invocation, _ file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    func lineStart(_ offset: Int) -> Int {
      bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }
    let start = lineStart(Int(call.range.start))
    let first = start > 0 ? lineStart(start - 1) : start
    let end = bytes[Int(call.range.end)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return String(decoding: bytes[first..<end], as: UTF8.self).split(separator: "\n").contains { line in
      guard let sign = line.firstIndex(of: "#") else { return false }
      let comment = line[sign...].lowercased()
      return ["hook", "forward", "bypass", "directly", "__call__", "wrapper"].contains { comment.contains($0) }
    }
  }

  /// The class with which the file creates an object.
  private func maker(of receiver: Substring, in file: SourceFile) -> String? {
    for step in file.model.flow.steps where step.kind == .assignment && file.text[step.targets] == receiver {
      if let call = file.model.invocations(in: step.value).first, call.range.start == step.value.start,
        file.name(of: call).first?.isUppercase == true
      {
        return String(file.name(of: call))
      }
    }
    return nil
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
