import Reference

#if canImport(Glibc)
  import Glibc
#endif

/// Shows on standard error how a run goes: one line that is drawn again and again on a terminal, a line an epoch elsewhere.
final class ProgressReport: RunObserver {
  private let folder: RunFolder
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var isLineOpen = false
  private var lastDrawn = ContinuousClock.now

  init(folder: RunFolder) { self.folder = folder }

  func runBegan(_ trainer: Trainer) throws {
    let (data, configuration) = (trainer.data, trainer.configuration)
    let start = trainer.state.step > 0 ? "goes on after step \(trainer.state.step)" : "begins"
    Output.complain(
      "\(folder.path) \(start): \(configuration.model) (\(Figures.count(trainer.network.parameterCount)) parameters) "
        + "on \(configuration.dataset), training \(Figures.count(data.training.count)) and hold-out "
        + "\(Figures.count(data.holdout?.count ?? 0)) images, \(configuration.threads) threads, "
        + "kernels \(configuration.kernel)")
  }

  func stepDone(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    guard isTerminal, lastDrawn.duration(to: .now) > .milliseconds(100) else { return }
    lastDrawn = .now
    // Back to the start of the line, which is cleared first.
    Output.show("\r\u{1B}[2K" + ProgressLine(trainer).text(columns: columns))
    isLineOpen = true
  }

  func epochDone(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    var text = "epoch \(metrics.epoch)/\(trainer.configuration.epochs)"
    text += "  training loss \(Figures.decimal(metrics.trainingLoss, 4))"
    text += "  training accuracy \(Figures.decimal(metrics.trainingAccuracy * 100, 2)) %"
    if let accuracy = metrics.holdoutAccuracy {
      text += "  hold-out accuracy \(Figures.decimal(accuracy * 100, 2)) %\(isBest ? " (best)" : "")"
    }
    text += "  \(Figures.count(Int(metrics.imagesPerSecond))) images/s"
    if !trainer.isFinished { text += "  \(ProgressLine.duration(ProgressLine(trainer).remaining)) left" }
    Output.show((isTerminal ? "\r\u{1B}[2K" : "") + text + "\n")
    isLineOpen = false
  }

  /// Ends a line that was being drawn, so that what comes next has one of its own.
  func leaveLine() {
    if isLineOpen { Output.show("\n") }
    isLineOpen = false
  }

  /// How wide the terminal is, in characters.
  private var columns: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
