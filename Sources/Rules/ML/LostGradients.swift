import LintModel
import LintRuleKit
import LintSourceText

/// `zero_grad` discards gradients that no step of the optimizer has used.
struct LostGradients: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.imports("torch"), file.model.invocations.contains(where: { $0.nameHash == Self.zeroGrad }) else {
      return
    }
    for body in FunctionBody.all(in: file) {
      let passes = body.calls.compactMap { Backward($0, body) }
      let steps = body.calls.compactMap { Step($0, body) }
      guard !passes.isEmpty, !steps.isEmpty else { continue }
      for reset in body.calls where reset.nameHash == Self.zeroGrad {
        guard let loop = body.around(reset.range, .loop).last else { continue }
        let optimizer = String(body.receiver(of: reset))
        let own = steps.filter { loop.range.contains($0.range) && belongs($0, to: optimizer, steps) }
        let inLoop = passes.filter { loop.range.contains($0.range) }
        guard !inLoop.isEmpty, let step = own.first else { continue }
        if isAccumulated(reset, own, inLoop, loop, body) {
          collector.add(.unused(body.text(reset.callee), step.text), at: reset.range, in: file, of: body.owner)
        } else if let pass = discarded(by: reset, before: own, inLoop, loop, body) {
          collector.add(
            .discarded(body.text(reset.callee), pass.loss, step.text), at: reset.range, in: file, of: body.owner)
        }
      }
    }
  }

  private static let zeroGrad = Invocation.hash("zero_grad")

  /// `optimizer.step()` or `scaler.step(optimizer)`.
  private struct Step {
    var range: SourceRange
    var optimizer: String
    var text: String

    init?(_ call: Invocation, _ body: FunctionBody) {
      guard call.nameHash == Self.step else { return nil }
      range = call.range
      text = body.text(call.callee)
      let receiver = String(body.receiver(of: call))
      if let argument = body.positional(of: call).first {
        // A closure runs its own backward pass.
        guard receiver.hasWord(of: ["scaler"]), argument.kind == .name else { return nil }
        optimizer = body.text(argument.value)
      } else {
        guard !receiver.hasWord(of: ["scheduler", "sched", "env", "environment", "profiler", "prof"]) else {
          return nil
        }
        optimizer = receiver
      }
    }

    private static let step = Invocation.hash("step")
  }

  /// Whether a step uses the gradients that `zero_grad` of an optimizer, or of the only model, discards.
  private func belongs(_ step: Step, to optimizer: String, _ steps: [Step]) -> Bool {
    step.optimizer == optimizer
      || optimizer.hasWord(of: ["model", "net", "network"]) && Set(steps.map(\.optimizer)).count == 1
  }

  /// Whether every iteration discards the gradients, but only every n-th uses them.
  private func isAccumulated(
    _ reset: Invocation, _ steps: [Step], _ passes: [Backward], _ loop: Flow.Step, _ body: FunctionBody
  ) -> Bool {
    isUnconditional(reset.range, in: loop, body) && passes.contains { isUnconditional($0.range, in: loop, body) }
      && steps.allSatisfy { step in
        conditions(around: step.range, in: loop, body).contains { condition in
          condition.kind == .condition && isPeriodic(condition, body)
        }
      }
  }

  /// `(i + 1) % n == 0`, or a variable bound to such a test.
  private func isPeriodic(_ condition: Flow.Step, _ body: FunctionBody) -> Bool {
    let text = body.text(condition.value)
    if text.contains("%") { return true }
    return body.binding(of: text, before: condition.range.start).map { body.text($0.value).contains("%") } ?? false
  }

  /// The backward pass just before, if nothing runs between `zero_grad` and the step that could compute new gradients.
  private func discarded(
    by reset: Invocation, before steps: [Step], _ passes: [Backward], _ loop: Flow.Step, _ body: FunctionBody
  ) -> Backward? {
    guard isUnconditional(reset.range, in: loop, body),
      let step = steps.first(where: { $0.range.start > reset.range.end && isUnconditional($0.range, in: loop, body) }),
      let pass = passes.last(where: { $0.range.end < reset.range.start && isUnconditional($0.range, in: loop, body) }),
      // An earlier step has used them.
      !steps.contains(where: { $0.range.start > pass.range.end && $0.range.end < reset.range.start }),
      !body.calls.contains(where: { call in
        call.range.start > reset.range.end && call.range.end < step.range.start
          && !Self.harmless.contains(String(body.name(of: call)))
      })
    else { return nil }
    return pass
  }

  private static let harmless: Set<String> = [
    "print", "item", "clip_grad_norm_", "clip_grad_value_", "parameters", "unscale_", "info", "append", "add_scalar",
  ]

  private func isUnconditional(_ range: SourceRange, in loop: Flow.Step, _ body: FunctionBody) -> Bool {
    body.around(range, .loop).last?.range == loop.range && conditions(around: range, in: loop, body).isEmpty
  }

  private func conditions(around range: SourceRange, in loop: Flow.Step, _ body: FunctionBody) -> [Flow.Step] {
    body.steps.filter {
      ($0.kind == .condition || $0.kind == .alternative) && $0.range.contains(range) && loop.range.contains($0.range)
    }
  }
}

extension Message {
  fileprivate static func unused(_ reset: String, _ step: String) -> Message {
    """
    '\(reset)' discards the gradients of every iteration, but '\(step)' runs only in some; \
    call it right after the step
    """
  }

  fileprivate static func discarded(_ reset: String, _ loss: String, _ step: String) -> Message {
    "'\(reset)' discards the gradients of '\(loss)' before '\(step)' uses them; call it after the step"
  }
}
