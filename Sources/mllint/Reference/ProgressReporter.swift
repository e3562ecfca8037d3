import Glibc
import Reference

/// Shows training progress on standard error: a live line on a terminal, otherwise one line per epoch.
final class ProgressReporter: TrainingCallback {
  private let directory: RunDirectory
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var isLineOpen = false
  private var lastDrawn = ContinuousClock.now

  init(directory: RunDirectory) { self.directory = directory }

  func trainingDidBegin(_ trainer: Trainer) throws {
    let (data, configuration) = (trainer.data, trainer.configuration)
    let start = trainer.state.step > 0 ? "resuming after step \(trainer.state.step) in" : "training in"
    Output.complain(
      "\(start) \(directory.path): \(configuration.model) "
        + "(\(NumberFormat.count(trainer.network.parameterCount, "parameter"))) on \(configuration.dataset), "
        + "\(NumberFormat.integer(data.training.count)) training and "
        + "\(NumberFormat.integer(data.validation?.count ?? 0)) validation images, "
        + "\(NumberFormat.count(configuration.threads, "thread")), \(configuration.kernel) kernels")
  }

  func stepDidEnd(_ metrics: StepMetrics, _ trainer: Trainer) throws {
    guard isTerminal, lastDrawn.duration(to: .now) > .milliseconds(100) else { return }
    lastDrawn = .now
    // Return to the start of the line and clear it.
    Output.show("\r\u{1B}[2K" + ProgressLine(trainer).text(columns: columns))
    isLineOpen = true
  }

  func epochDidEnd(_ metrics: EpochMetrics, isBest: Bool, _ trainer: Trainer) throws {
    var text = "epoch \(metrics.epoch)/\(trainer.configuration.epochs)"
    text += "  training loss \(NumberFormat.decimal(metrics.trainingLoss, 4))"
    text += "  training accuracy \(NumberFormat.decimal(metrics.trainingAccuracy * 100, 2)) %"
    if let accuracy = metrics.validationAccuracy {
      text += "  validation accuracy \(NumberFormat.decimal(accuracy * 100, 2)) %\(isBest ? " (best)" : "")"
    }
    text += "  \(NumberFormat.integer(Int(metrics.imagesPerSecond))) images/s"
    if !trainer.isFinished { text += "  \(ProgressLine.duration(ProgressLine(trainer).remaining)) left" }
    Output.show((isTerminal ? "\r\u{1B}[2K" : "") + text + "\n")
    isLineOpen = false
  }

  /// Ends a live line, so that further output starts on a new one.
  func endLine() {
    if isLineOpen { Output.show("\n") }
    isLineOpen = false
  }

  /// The width of the terminal in columns.
  private var columns: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
