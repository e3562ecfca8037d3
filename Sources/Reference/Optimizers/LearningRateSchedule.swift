import Glibc

/// How the learning rate changes over a training run.
public enum LearningRateSchedule: String, Sendable, CaseIterable {
  /// A constant learning rate.
  case constant
  /// Cosine warm-up from peak / 25 to the peak, then cosine annealing to peak / 250,000 (Smith 2018).
  case oneCycle = "one-cycle"
  /// Linear warm-up from 0 to the peak, then cosine annealing to 0 (Loshchilov and Hutter 2017).
  case cosine
  /// The peak, divided by 10 after half of the steps and by 100 after three quarters; no warm-up.
  case multiStep = "multi-step"

  /// The learning rate of one step.
  /// - Parameters:
  ///   - peak: the highest learning rate.
  ///   - step: the number of steps taken before this one.
  ///   - total: the number of steps in the run.
  ///   - warmup: the fraction of all steps used for warm-up, in [0, 1).
  public func learningRate(peak: Float, step: Int, of total: Int, warmup: Float) -> Float {
    let progress = Float(step) / Float(max(1, total))
    switch self {
    case .constant:
      return peak
    case .oneCycle:
      if progress < warmup { return Self.cosine(from: peak / 25, to: peak, at: progress / warmup) }
      return Self.cosine(from: peak, to: peak / 250_000, at: (progress - warmup) / max(1e-6, 1 - warmup))
    case .cosine:
      if progress < warmup { return peak * (progress / warmup) }
      return Self.cosine(from: peak, to: 0, at: (progress - warmup) / max(1e-6, 1 - warmup))
    case .multiStep:
      return progress < 0.5 ? peak : progress < 0.75 ? peak / 10 : peak / 100
    }
  }

  private static func cosine(from first: Float, to last: Float, at progress: Float) -> Float {
    last + (first - last) * (1 + cos(.pi * progress)) / 2
  }
}
