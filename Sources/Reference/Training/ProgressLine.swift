/// The progress of a run as one line of text.
public struct ProgressLine: Sendable {
  public var epoch: Int
  public var epochs: Int
  public var stepInEpoch: Int
  public var stepsPerEpoch: Int
  /// The mean loss of the epoch so far.
  public var loss: Double
  /// The share of the epoch's images so far that was taken for what it is, 0 ... 1.
  public var accuracy: Double
  public var imagesPerSecond: Double
  /// How long the rest of the run will take, in seconds, if the speed stays.
  public var remaining: Double

  /// Where a trainer stands.
  public init(_ trainer: Trainer) {
    let state = trainer.state
    epoch = state.epoch
    epochs = trainer.configuration.epochs
    stepInEpoch = state.stepInEpoch
    stepsPerEpoch = trainer.stepsPerEpoch
    loss = state.lossSum / Double(max(1, state.seen))
    accuracy = Double(state.correct) / Double(max(1, state.seen))
    imagesPerSecond = Double(state.seen) / max(1e-9, state.epochSeconds)
    remaining = state.seconds / Double(max(1, state.step)) * Double(trainer.totalSteps - state.step)
  }

  /// The line, such as `epoch  2/15 [#####-----]  50 %  loss 0.1234  accuracy 96.50 %  2,010 images/s  3:20 left`.
  /// - Parameter columns: how wide the terminal is. In 80 columns the bar takes the place of the percentage; where it does
  ///   not fit either it is left out, and then the end.
  public func text(columns: Int) -> String {
    let digits = "\(epochs)".count
    let start = "epoch \(Self.padded("\(epoch)", to: digits))/\(epochs)"
    let share = Double(stepInEpoch) / Double(max(1, stepsPerEpoch))
    let percentage = "\(Self.padded("\(Int(share * 100))", to: 3)) %"
    let end = [
      "loss \(Figures.decimal(loss, 4))",
      "accuracy \(Figures.decimal(accuracy * 100, 2)) %", "\(Figures.count(Int(imagesPerSecond))) images/s",
      "\(Self.duration(remaining)) left",
    ].joined(separator: "  ")
    // Two brackets, two spaces, and a column that stays free, since some terminals wrap a full line.
    let room = columns - start.count - end.count - 5
    if room >= 12 { return "\(start) \(Self.bar(share, length: min(30, room - 7))) \(percentage)  \(end)" }
    if room >= 5 { return "\(start) \(Self.bar(share, length: room)) \(end)" }
    return String("\(start)  \(percentage)  \(end)".prefix(max(0, columns - 1)))
  }

  private static func bar(_ share: Double, length: Int) -> String {
    let filled = Int(share * Double(length))
    return "[\(String(repeating: "#", count: filled))\(String(repeating: "-", count: length - filled))]"
  }

  /// Seconds as minutes or hours: `3:20`, `1:02:05`.
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
