/// The context of one forward and backward pass.
public struct Pass: Sendable {
  /// Training or inference mode; dropout and batch normalization depend on it.
  public var isTraining: Bool
  /// The threads that share the work.
  public var workers: Workers
  /// The random numbers of this step, for dropout.
  public var random: RandomGenerator

  public init(isTraining: Bool, workers: Workers, random: RandomGenerator = RandomGenerator(seed: 0)) {
    self.isTraining = isTraining
    self.workers = workers
    self.random = random
  }
}
