import Glibc

/// A seeded random number generator (SplitMix64; Steele et al. 2014) with independent streams selected by keys.
///
/// Every random number in the reference derives from the run's seed and a key (epoch, step or image index), never from
/// generator state carried over. A run resumed at any step therefore draws exactly what it would have drawn.
public struct RandomGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; the same seed gives the same sequence.
  public init(seed: UInt64) { state = seed }

  /// The independent generator for a list of keys; the same keys always give the same generator.
  public func stream(_ keys: Int...) -> RandomGenerator {
    var mixed = state
    for key in keys {
      mixed =
        Self.mix(mixed &+ 0x9e37_79b9_7f4a_7c15) ^ Self.mix(UInt64(bitPattern: Int64(key)) &+ 0xd1b5_4a32_d192_ed03)
    }
    return RandomGenerator(seed: Self.mix(mixed))
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mix(state)
  }

  /// A sample from the uniform distribution over [0, 1).
  public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// A sample from the uniform distribution over `range`.
  public mutating func uniform(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A uniformly distributed integer in 0 ..< `bound`.
  /// - Parameter bound: the number of possible values; must be positive.
  public mutating func index(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A sample from the standard normal distribution (Box and Muller 1958).
  public mutating func normal() -> Float {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  /// A random permutation of 0 ..< `count` (Fisher-Yates shuffle).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, index(below: last + 1)) }
    return order
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
