/// The progress of a run: together with the checkpoint's tensors, all a resumed run needs.
public struct TrainingState: Codable, Equatable, Sendable {
  /// The current epoch, starting at 1; the number of epochs plus 1 when all are done.
  public var epoch = 1
  /// The number of completed steps in this epoch.
  public var stepInEpoch = 0
  /// The number of completed steps in the run.
  public var step = 0
  /// The sum of the losses of this epoch's images, in nats.
  public var lossSum = 0.0
  /// The number of correctly classified images in this epoch.
  public var correctCount = 0
  /// The number of images processed in this epoch.
  public var imagesSeen = 0
  /// The duration of this epoch's steps in seconds.
  public var epochSeconds = 0.0
  /// The duration of all steps in seconds.
  public var trainingSeconds = 0.0
  /// The duration of the run in seconds, including validation but not pauses between processes.
  public var seconds = 0.0
  /// The best epoch so far.
  public var best: BestEpoch?

  public init() {}

  mutating func beginEpoch() {
    epoch += 1
    (stepInEpoch, lossSum, correctCount, imagesSeen, epochSeconds) = (0, 0, 0, 0, 0)
  }
}
