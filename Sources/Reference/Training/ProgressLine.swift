/// The progress of a run as a single line of text.
public struct ProgressLine: Sendable {
  public var epoch: Int
  public var epochs: Int
  public var stepInEpoch: Int
  public var stepsPerEpoch: Int
  /// The mean loss of the epoch so far, in nats.
  public var loss: Double
  /// The training accuracy of the epoch so far, 0 to 1.
  public var accuracy: Double
  /// The training throughput.
  public var imagesPerSecond: Double
  /// The estimated remaining time in seconds.
  public var remaining: Double

  /// The current progress of a trainer.
  public init(_ trainer: Trainer) {
    let state = trainer.state
    epoch = state.epoch
    epochs = trainer.configuration.epochs
    stepInEpoch = state.stepInEpoch
    stepsPerEpoch = trainer.stepsPerEpoch
    loss = state.lossSum / Double(max(1, state.imagesSeen))
    accuracy = Double(state.correctCount) / Double(max(1, state.imagesSeen))
    imagesPerSecond = Double(state.imagesSeen) / max(1e-9, state.epochSeconds)
    remaining = state.seconds / Double(max(1, state.step)) * Double(trainer.totalSteps - state.step)
  }

  /// The line, such as `epoch  2/15 [#####-----]  50 %  loss 0.1234  accuracy 96.50 %  2,010 images/s  3:20 left`.
  /// - Parameter columns: the width of the terminal. At 80 columns the bar replaces the percentage; if it does not fit
  ///   either, it is omitted, and finally the end of the line is cut off.
  public func text(columns: Int) -> String {
    let digits = "\(epochs)".count
    let start = "epoch \(Self.padded("\(epoch)", to: digits))/\(epochs)"
    let fraction = Double(stepInEpoch) / Double(max(1, stepsPerEpoch))
    let percentage = "\(Self.padded("\(Int(fraction * 100))", to: 3)) %"
    let end = [
      "loss \(NumberFormat.decimal(loss, 4))",
      "accuracy \(NumberFormat.decimal(accuracy * 100, 2)) %", "\(NumberFormat.integer(Int(imagesPerSecond))) images/s",
      "\(Self.duration(remaining)) left",
    ].joined(separator: "  ")
    // Two brackets, two spaces, and one free column, since some terminals wrap a full line.
    let available = columns - start.count - end.count - 5
    if available >= 12 {
      return "\(start) \(Self.bar(fraction, length: min(30, available - 7))) \(percentage)  \(end)"
    }
    if available >= 5 { return "\(start) \(Self.bar(fraction, length: available)) \(end)" }
    return String("\(start)  \(percentage)  \(end)".prefix(max(0, columns - 1)))
  }

  private static func bar(_ fraction: Double, length: Int) -> String {
    let filled = Int(fraction * Double(length))
    return "[\(String(repeating: "#", count: filled))\(String(repeating: "-", count: length - filled))]"
  }

  /// Formats seconds as `3:20` or `1:02:05`.
  public static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "?" }
    let whole = Int(max(0, seconds).rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let end = (rest < 10 ? "0" : "") + "\(rest)"
    return hours > 0 ? "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(end)" : "\(minutes):\(end)"
  }

  private static func padded(_ text: String, to length: Int) -> String {
    String(repeating: " ", count: max(0, length - text.count)) + text
  }
}
