import LintModel
import LintRuleKit
import LintSourceText

/// A PyTorch model is evaluated with gradient tracking enabled.
struct EvaluationWithGradients: ProjectRule {
  struct Fact {
    struct Evaluation {
      var function: String
      var range: SourceRange
      var symbol: String
      var model: String
      /// The contexts that it runs in, and the decorators of its function.
      var wrappers: [String]
    }

    /// Functions that the file calls with gradients disabled.
    var called: [String]
    var evaluations: [Evaluation]
    /// Context managers and decorators of this project that disable gradients.
    var switches: [String] = []
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .test, file.role != .generated, file.role != .vendored, file.imports("torch"),
      !file.imports("tensorflow"), !file.imports("jax"), !file.imports("mlx")
    else { return [] }
    let bodies = FunctionBody.all(in: file)
    var called: Set<String> = []
    for body in bodies {
      for context in body.steps where context.kind == .context {
        guard TorchEvaluation.switchesGradientsOff(body.text(context.value)) else { continue }
        for call in body.calls where context.range.contains(call.range) { called.insert(String(body.name(of: call))) }
      }
      if isGradientFree(body) { called.formUnion(body.calls.map { String(body.name(of: $0)) }) }
    }
    var fact = Fact(called: called.sorted(), evaluations: [])
    fact.switches = bodies.filter { body in
      !Self.words(of: body.declaration).isDisjoint(with: ["contextmanager", "asynccontextmanager", "__enter__"])
        && (isGradientFree(body)
          || body.steps.contains { $0.kind == .context && TorchEvaluation.switchesGradientsOff(body.text($0.value)) })
        || body.declaration.isCallable && body.calls.contains { body.name(of: $0) == "wraps" }
          && file.model.declarations.contains { other in
            other.isCallable && other.parent == body.owner
              && TorchEvaluation.switchesGradientsOff(file.text[other.range])
          }
    }.map(\.declaration.name.text)
    for body in bodies where !isGradientFree(body) {
      guard let evaluation = TorchEvaluation.first(in: body) else { continue }
      let call = evaluation.call.range
      guard !body.around(call, .context).contains(where: { TorchEvaluation.switchesGradientsOff(body.text($0.value)) })
      else { continue }
      fact.evaluations.append(
        .init(
          function: body.declaration.name.text, range: evaluation.call.callee, symbol: file.symbol(of: body.owner),
          model: body.text(evaluation.call.callee),
          wrappers: body.around(call, .context).map { Self.lastName(body.text($0.value)) }
            + file.enclosing(body.owner).flatMap { $0.attributes.map { Self.lastName($0.text) } }))
    }
    return fact.called.isEmpty && fact.evaluations.isEmpty && fact.switches.isEmpty ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let called = Set(facts.flatMap { $0.facts.flatMap(\.called) })
    let switches = Set(facts.flatMap { $0.facts.flatMap(\.switches) })
    for file in facts {
      for found in file.facts.flatMap(\.evaluations)
      where !called.contains(found.function) && switches.isDisjoint(with: found.wrappers) {
        collector.add(
          .withGradients(found.model), at: Location(path: file.file.path, range: found.range), symbol: found.symbol)
      }
    }
  }

  /// The last names of what decorates a function, and its own.
  private static func words(of declaration: Declaration) -> Set<String> {
    Set(declaration.attributes.map { lastName($0.text) } + [declaration.name.text])
  }

  /// `eval_mode` of `utils.eval_mode(model)`.
  private static func lastName(_ text: String) -> String {
    text.prefix { $0 != "(" }.split(separator: ".").last.map(String.init) ?? text
  }

  /// Whether gradients are disabled in a whole body: by a decorator on it or on an enclosing function, or by a call.
  private func isGradientFree(_ body: FunctionBody) -> Bool {
    if body.file.enclosing(body.owner).contains(where: { declaration in
      declaration.attributes.contains { TorchEvaluation.switchesGradientsOff($0.text) }
    }) {
      return true
    }
    return body.calls.contains { call in
      let name = body.name(of: call)
      return name == "set_grad_enabled" || name == "requires_grad_" || name == "stop_gradient"
        || name == "__enter__"
    } || body.file.model.calls.keywords.contains("volatile")
      || body.steps.contains { $0.kind == .assignment && body.text($0.targets).hasSuffix(".requires_grad") }
  }
}

extension Message {
  fileprivate static func withGradients(_ model: String) -> Message {
    "'\(model)' is evaluated with gradient tracking enabled; wrap the evaluation in 'with torch.no_grad():'"
  }
}
