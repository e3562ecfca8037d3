import Foundation

/// How the learning rate changes in the course of a training.
public enum Schedule: String, Sendable, CaseIterable {
  /// It stays.
  case constant
  /// It rises from a 25th of the peak along half a cosine, then falls to nearly nothing along another (Smith 2018).
  case oneCycle = "one-cycle"
  /// It rises in a straight line, then falls to zero along half a cosine (Loshchilov and Hutter 2017).
  case cosine
  /// It is divided by ten at half and again at three quarters of the way.
  case steps

  /// The learning rate of one step.
  /// - Parameters:
  ///   - peak: the largest learning rate.
  ///   - step: how many steps were taken before.
  ///   - total: how many steps the whole training has.
  ///   - warmup: the share of the steps in which it rises, 0 ... 1.
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
    case .steps:
      return progress < 0.5 ? peak : progress < 0.75 ? peak / 10 : peak / 100
    }
  }

  private static func cosine(from first: Float, to last: Float, at progress: Float) -> Float {
    last + (first - last) * (1 + cos(.pi * progress)) / 2
  }
}
