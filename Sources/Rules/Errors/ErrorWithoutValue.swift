import Lint

/// A check on an argument fails, and the message keeps to itself what it got.
struct ErrorWithoutValue: FileRule {
  struct Options: RuleOptions {
    /// Words of parameters whose value must never be shown.
    var secrets: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for failure in file.model.failures where failure.form != .warning && !failure.isCaughtHere {
      guard case .text(let text) = failure.said, !text.showsValue, text.unfilled.isEmpty else { continue }
      guard let tested = failure.tested.first(where: isWorthShowing), !hidesSecret(failure) else { continue }
      report.add(.withoutValue(tested), at: text.range, in: file, of: failure.owner)
    }
  }

  private func isWorthShowing(_ tested: Failure.TestedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .type, .shape: true
    case .known, .none, .truth: false
    }
  }

  private func hidesSecret(_ failure: Failure) -> Bool {
    failure.tested.contains { tested in
      Name.words(of: tested.name).contains { word in options.secrets.contains { $0 == word } }
    }
  }
}

extension Message {
  fileprivate static func withoutValue(_ tested: Failure.TestedParameter) -> Message {
    let shown = tested.test == .type ? "the type of '\(tested.name)'" : "'\(tested.source)'"
    return "the check looks at \(shown), but the message does not show it; say what was received"
  }
}
