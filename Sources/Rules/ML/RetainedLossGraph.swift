import LintModel
import LintRuleKit

/// A running sum of losses keeps the graph of every batch, because the losses are tensors.
struct RetainedLossGraph: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.imports("torch"),
      file.model.invocations.contains(where: { $0.nameHash == Self.backward })
    else { return }
    for body in FunctionBody.all(in: file) where body.calls.contains(where: { $0.nameHash == Self.backward }) {
      for step in body.steps where step.kind == .augmentation || step.kind == .assignment {
        guard let sum = sum(of: step, body) else { continue }
        collector.add(.retained(sum.total, sum.loss), at: step.range, in: file, of: body.owner)
      }
    }
  }

  private static let backward = Invocation.hash("backward")

  /// `total += loss` in a loop in which `loss.backward()` has run, if the sum is only a number to report.
  private func sum(of step: Flow.Step, _ body: FunctionBody) -> (total: String, loss: String)? {
    guard step.kind == .augmentation, let loop = body.around(step.range, .loop).last else { return nil }
    let total = body.text(step.targets)
    let value = body.text(step.value)
    let reads = body.reads(in: step.value)
    guard reads.count <= 2, let loss = reads.first(where: { $0.hasWord(of: ["loss", "losses"]) }), total != loss,
      value == loss || value.hasPrefix(loss + " *") || value.hasPrefix(loss + " /") || value == loss + ".sum()"
        || value == loss + ".mean()"
    else { return nil }
    // The loss was differentiated earlier in this iteration; the sum never is.
    guard
      let differentiated = body.calls.last(where: {
        $0.nameHash == Self.backward && body.receiver(of: $0) == loss && loop.range.contains($0.range)
      }), !body.calls.contains(where: { $0.nameHash == Self.backward && body.receiver(of: $0).contains(total) }),
      !body.calls.contains(where: { call in
        call.nameHash == Self.backward
          && body.file.model.arguments[call.arguments].contains {
            body.text($0.value).contains(total)
          }
      })
    else { return nil }
    if let binding = body.binding(of: loss, before: step.range.start), binding.range.start > differentiated.range.end {
      return nil
    }
    // A sum that is reset in every iteration holds one graph, which is freed with it.
    guard let start = body.binding(of: total, before: step.range.start), !loop.range.contains(start.range) else {
      return nil
    }
    let isOff = body.around(step.range, .context).contains { TorchEvaluation.switchesGradientsOff(body.text($0.value)) }
    return isOff ? nil : (total, loss)
  }
}

extension Message {
  fileprivate static func retained(_ total: String, _ loss: String) -> Message {
    "'\(total)' keeps the graph of every '\(loss)' in memory; add '\(loss).item()' or '\(loss).detach()' instead"
  }
}
