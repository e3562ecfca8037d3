import Reference

/// The summary printed at the end of a run.
enum ResultText {
  static func of(_ result: RunResult, in directory: RunDirectory, attribution: String?) -> String {
    var lines: [String] = []
    if let accuracy = result.validationAccuracy, let epoch = result.bestEpoch {
      lines.append(
        "validation accuracy  \(percent(accuracy))  (\(result.validationCount) held-out training images, "
          + "best epoch \(epoch) of \(result.epochs))")
    }
    lines.append(
      "test accuracy        \(percent(result.testAccuracy))  (\(result.testCount) images, "
        + "\(DatasetNotes(of: result.dataset).testSplit))")
    if let plain = result.testAccuracyWithoutAugmentation {
      lines.append("                     \(percent(plain))  without test-time augmentation")
    }
    lines.append("saved to \(directory.path); create a report with 'mllint reference report'")
    if let attribution { lines.append(attribution) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A fraction as a right-aligned percentage with two decimals.
  static func percent(_ fraction: Double) -> String {
    let text = "\(NumberFormat.decimal(100 * fraction, 2)) %"
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
}
