import LintModel
import LintRuleKit

/// Test data is used for validation during training.
///
/// If it is used to choose something (the best epoch, when to stop), the reported score is too optimistic. If not, the
/// finding is only a note: sooner or later someone will use it to choose.
struct TestDataAsValidation: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    let isTorch = file.imports("torch")
    guard isTorch || file.model.calls.keywords.contains("validation_data") else { return }
    // A repetition in the same file adds nothing.
    var said: Set<String> = []
    for body in FunctionBody.all(in: file) {
      for call in body.calls {
        // Without labels, as for an autoencoder, there is nothing to choose by.
        guard let data = file.argument("validation_data", of: call), isTest(body.reads(in: data.value)),
          !file.text[data.value].contains("None")
        else { continue }
        let isChosen = chooses(call, body)
        guard said.insert(file.text[data.value] + "\(isChosen)").inserted else { continue }
        collector.add(
          .validatedByTest(file.text[data.value], isChosen: isChosen),
          at: Location(path: file.reference.path, range: data.value), symbol: file.symbol(of: body.owner),
          ceiling: isChosen ? nil : .note)
      }
      if isTorch, let loop = testLoop(in: body) {
        let isChosen = choosesBest(after: loop, body)
        collector.add(
          .validatedByTest(file.text[loop.value], isChosen: isChosen),
          at: Location(path: file.reference.path, range: loop.value), symbol: file.symbol(of: body.owner),
          ceiling: isChosen ? nil : .note)
      }
    }
  }

  /// `(x_test, y_test)`: whether all names refer to test data.
  private func isTest(_ names: [String]) -> Bool {
    !names.isEmpty && names.allSatisfy { $0.hasWord(of: ["test", "testing"]) && !$0.hasWord(of: ["val", "train"]) }
  }

  /// Whether a callback stops, keeps the best model or lowers the learning rate based on the validation data.
  private func chooses(_ call: Invocation, _ body: FunctionBody) -> Bool {
    guard let callbacks = body.file.argument("callbacks", of: call) else { return false }
    var ranges = [callbacks.value]
    for name in body.reads(in: callbacks.value) {
      if let binding = body.binding(of: name, before: call.range.start) { ranges.append(binding.value) }
    }
    return ranges.contains { range in
      body.file.model.invocations(in: range).contains { made in
        ["EarlyStopping", "ReduceLROnPlateau"].contains(body.name(of: made))
          || body.file.argument("save_best_only", of: made).map { body.text($0.value) == "True" } == true
      }
    }
  }

  /// A loop over test data inside the training loop.
  private func testLoop(in body: FunctionBody) -> Flow.Step? {
    body.steps.first { step in
      guard step.kind == .loop, isTest(body.reads(in: step.value).filter { $0 != "enumerate" && $0 != "tqdm" }),
        body.text(step.value).hasWord(of: ["loader", "dataloader", "iter", "batches"]),
        !body.contains(step.range, callOf: ["backward"])
      else { return false }
      // The loop over epochs, not over folds, each of which ends with an evaluation.
      guard
        let epochs = body.around(step.range, .loop).last(where: { outer in
          outer.range != step.range && body.contains(outer.range, callOf: ["backward"])
        }), let backward = body.calls.first(where: { $0.nameHash == Self.backward && epochs.range.contains($0.range) })
      else { return false }
      return body.around(backward.range, .loop).count { $0.range != epochs.range && epochs.range.contains($0.range) }
        < 2
    }
  }

  private static let backward = Invocation.hash("backward")

  private func choosesBest(after loop: Flow.Step, _ body: FunctionBody) -> Bool {
    body.steps.contains { step in
      step.kind == .condition && step.range.start > loop.range.end
        && body.text(step.value).hasWord(of: ["best", "patience"])
    }
  }
}

extension Message {
  fileprivate static func validatedByTest(_ data: String, isChosen: Bool) -> Message {
    isChosen
      ? "'\(data)' is used both to select and to test the model; hold out part of the training data for validation"
      : "'\(data)' is used to monitor training; hold out part of the training data for validation"
  }
}
