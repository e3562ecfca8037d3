import LintModel
import LintRuleKit
import LintSourceText

/// A running sum or a list of losses keeps the graph of every batch, because the losses are tensors.
struct RetainedLossGraph: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    if file.language == .swift { return checkSwift(file, &collector) }
    guard file.imports("torch"), file.model.invocations.contains(where: { Backward.isOne($0, in: file) }) else {
      return
    }
    for body in FunctionBody.all(in: file) {
      let passes = body.calls.compactMap { Backward($0, body) }
      guard !passes.isEmpty else { continue }
      for keeping in keepings(in: body) {
        guard let loss = loss(of: keeping, passes, body) else { continue }
        collector.add(
          .retained(keeping.total, loss, isList: keeping.isList), at: keeping.range, in: file, of: body.owner)
      }
    }
  }

  /// A statement that adds a value to something that outlives the iteration.
  private struct Keeping {
    var range: SourceRange
    /// The sum or list, as written.
    var total: String
    /// The value, as written.
    var value: String
    var isList = false
  }

  /// `total += loss`, `total = total + loss`, `losses.append(loss)`
  private func keepings(in body: FunctionBody) -> [Keeping] {
    var result: [Keeping] = []
    for step in body.steps where step.kind == .augmentation || step.kind == .assignment {
      let total = body.text(step.targets)
      var value = body.text(step.value)
      if step.kind == .assignment {
        if value.hasPrefix(total + " + ") {
          value = String(value.dropFirst(total.count + 3))
        } else if value.hasSuffix(" + " + total) {
          value = String(value.dropLast(total.count + 3))
        } else {
          continue
        }
      }
      result.append(Keeping(range: step.range, total: total, value: value))
    }
    for call in body.calls where call.nameHash == Self.append {
      guard let item = body.positional(of: call).first, item.kind == .name else { continue }
      let list = String(body.receiver(of: call))
      result.append(Keeping(range: call.range, total: list, value: body.text(item.value), isList: true))
    }
    return result
  }

  private static let append = Invocation.hash("append")

  /// The loss, if it was differentiated earlier in this iteration and what keeps it never is.
  private func loss(of keeping: Keeping, _ passes: [Backward], _ body: FunctionBody) -> String? {
    guard let loop = body.around(keeping.range, .loop).last,
      let pass = passes.last(where: { loop.range.contains($0.range) && $0.range.end <= keeping.range.start }),
      let loss = body.sources(of: pass.loss, before: pass.range.start).first(where: { isKept($0, keeping.value) }),
      loss.hasWord(of: ["loss", "losses"]), loss != keeping.total
    else { return nil }
    // The sum is differentiated at the end.
    let root = keeping.total.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    guard !passes.contains(where: { body.reaches(root, from: $0.loss, before: $0.range.start) }) else { return nil }
    // Rebound to a plain number, or detached, since then.
    if let binding = body.binding(of: loss, before: keeping.range.start), binding.range.start > pass.range.end {
      return nil
    }
    if body.calls.contains(where: { $0.nameHash == Self.detach && body.receiver(of: $0) == loss }) { return nil }
    // A sum that is reset in every iteration holds one graph, which is freed with it.
    guard let start = body.binding(of: root, before: keeping.range.start), !loop.range.contains(start.range) else {
      return nil
    }
    let isOff = body.around(keeping.range, .context).contains {
      TorchEvaluation.switchesGradientsOff(body.text($0.value))
    }
    return isOff ? nil : loss
  }

  private static let detach = Invocation.hash("detach_")

  /// `loss`, `loss * n`, `loss / n`, `loss.mean()`: a tensor that is still part of the graph.
  private func isKept(_ loss: String, _ value: String) -> Bool {
    value == loss || value == loss + ".sum()" || value == loss + ".mean()"
      || (value.hasPrefix(loss + " *") || value.hasPrefix(loss + " /")) && !value.contains(".item()")
  }
}

extension Message {
  fileprivate static func retained(_ total: String, _ loss: String, isList: Bool) -> Message {
    """
    '\(total)' keeps the graph of every '\(loss)' in memory; \(isList ? "append" : "add") '\(loss).item()' \
    or '\(loss).detach()' instead
    """
  }
}
