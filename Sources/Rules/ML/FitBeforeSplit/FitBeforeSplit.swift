import LintModel
import LintRuleKit
import LintSourceText

/// A preprocessing step is fitted on data that is split afterwards, or on the test data.
struct FitBeforeSplit: FileRule {
  struct Options: RuleOptions {
    /// Classes of scikit-learn and imbalanced-learn whose fit depends on the values of the data.
    var steps: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.imports("sklearn") || file.imports("imblearn") else { return }
    for body in FunctionBody.all(in: file) {
      for fit in fits(in: body) {
        if !fit.data.hasWord(of: ["train", "training"]), let split = split(after: fit, body) {
          collector.add(
            .fitBeforeSplit(fit.maker, fit.shownData, split.kind), at: fit.call.range, in: file, of: body.owner,
            related: [
              Evidence("the split", at: Location(path: file.reference.path, range: split.range))
            ])
        } else if fit.data.hasWord(of: ["test"]), !fit.data.contains("train"), isFittedToTraining(fit, body) {
          collector.add(.fitToTest(fit.maker, fit.shownData), at: fit.call.range, in: file, of: body.owner)
        }
      }
    }
  }

  /// A call that fits a preprocessing step.
  struct Fit {
    var call: Invocation
    var receiver: String
    var maker: String
    /// The data, as written.
    var data: String
    /// The names of the transformed data, or of the data itself if a layer transforms them later.
    var results: [String]

    /// The data, if short enough for a message.
    var shownData: String { data.count <= 40 && !data.contains("\n") ? data : "the data" }
  }

  /// How data are divided after a step was fitted to all of them.
  struct Split {
    enum Kind { case once, folds }

    var range: SourceRange
    var kind: Kind
  }

  /// Whether the same step is also fitted on training data in this body, and then refitted on the test data.
  private func isFittedToTraining(_ fit: Fit, _ body: FunctionBody) -> Bool {
    let training = fit.data.replacing("test", with: "train").replacing("Test", with: "Train")
    return body.calls.contains { call in
      guard call.range != fit.call.range,
        call.nameHash == Self.fit || call.nameHash == Self.fitTransform, body.receiver(of: call) == fit.receiver,
        let data = body.positional(of: call).first
      else { return false }
      return body.text(data.value) == training
    }
  }
}

extension Message {
  fileprivate static func fitBeforeSplit(_ maker: String, _ data: String, _ kind: FitBeforeSplit.Split.Kind) -> Message
  {
    let quoted = data == "the data" ? data : "'\(data)'"
    let subject = "it is"
    return kind == .once
      ? "'\(maker)' is fitted on \(quoted) before \(subject) split; split first, then fit on the training set"
      : "'\(maker)' is fitted on \(quoted) before \(subject) split into folds; cross-validate a pipeline that contains it"
  }

  fileprivate static func fitToTest(_ maker: String, _ data: String) -> Message {
    "'\(maker)' is refitted on \(data == "the data" ? data : "'\(data)'"); call 'transform', which reuses the fit from the training data"
  }
}
