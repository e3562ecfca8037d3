import Reference

/// The end of a run in a few lines.
enum ResultText {
  static func of(_ result: RunResult, in folder: RunFolder, attribution: String?) -> String {
    var lines: [String] = []
    if let accuracy = result.holdoutAccuracy, let epoch = result.bestEpoch {
      lines.append(
        "hold-out  \(percent(accuracy))  \(result.holdoutCount) images of the training split; "
          + "best epoch \(epoch) of \(result.epochs)")
    }
    lines.append(
      "test      \(percent(result.testAccuracy))  \(result.testCount) images of the \(DatasetNotes(of: result.dataset).testSplit)"
    )
    if let plain = result.testAccuracyWithoutShifts {
      lines.append("          \(percent(plain))  without test-time shifts")
    }
    lines.append("written to \(folder.path); compare with 'mllint reference report'")
    if let attribution { lines.append(attribution) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A share with two digits after the point, right-aligned.
  static func percent(_ share: Double) -> String {
    let text = "\(Figures.decimal(100 * share, 2)) %"
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
}
