import Foundation

/// The paper: a square of ink, 0 ... 1, that strokes are drawn on.
struct BrushCanvas {
  /// The height and the width, in pixels.
  let size: Int
  private var ink: [Float]

  /// Makes empty paper.
  init(size: Int) {
    self.size = size
    ink = [Float](repeating: 0, count: size * size)
  }

  /// Takes all ink off.
  mutating func clear() {
    for place in ink.indices { ink[place] = 0 }
  }

  /// Draws a curve through points (Catmull-Rom), thick where the brush is set down and thin where it leaves.
  /// - Parameters:
  ///   - thickness: at full pressure, in pixels.
  ///   - dryness: the share of the ink that is gone at the end.
  mutating func stroke(
    through points: [SIMD2<Float>], thickness: Float, ink fullInk: Float, dryness: Float, random: inout RandomGenerator
  ) {
    guard points.count > 1 else { return }
    let (swell, phase) = (random.uniform(in: 0.05...0.22), random.uniform(in: 0...(2 * .pi)))
    let (speed, end) = (random.uniform(in: 5...11), random.uniform(in: 0.2...0.75))
    let grain = random.next()
    for segment in 0..<points.count - 1 {
      let (start, stop) = (points[segment], points[segment + 1])
      let before = segment > 0 ? points[segment - 1] : start + (start - stop) * 0.5
      let after = segment + 2 < points.count ? points[segment + 2] : stop + (stop - start) * 0.5
      let chord = stop - start
      let steps = max(2, Int((chord * chord).sum().squareRoot() * 1.6))
      for step in 0..<steps {
        let share = Float(step) / Float(steps)
        let along = (Float(segment) + share) / Float(points.count - 1)
        let pressure = (1 - (1 - end) * along * along) * (1 + swell * sin(speed * along + phase))
        let blot = 1 + 0.25 * exp(-along * 18)
        dab(
          at: Self.curve(before, start, stop, after, share), radius: thickness / 2 * pressure * blot,
          ink: fullInk * (1 - dryness * along * (0.6 + 0.4 * sin(2.3 * speed * along + phase))),
          dryness: dryness * along, grain: grain)
      }
    }
  }

  /// Writes the paper as brightness 0 ... 255, with the noise of a scanner.
  func develop(into pixels: UnsafeMutableBufferPointer<UInt8>, random: inout RandomGenerator) {
    for place in pixels.indices {
      let noise = (random.uniform() - 0.5) * (ink[place] > 0.02 ? 36 : 0)
      pixels[place] = UInt8(max(0, min(255, ink[place] * 255 + noise)))
    }
  }

  /// Puts a round spot of ink down, its edge smooth over one pixel; of two spots the darker one shows.
  private mutating func dab(at centre: SIMD2<Float>, radius: Float, ink amount: Float, dryness: Float, grain: UInt64) {
    let reach = radius + 0.5
    for row in pixels(from: centre.y - reach, to: centre.y + reach) {
      for column in pixels(from: centre.x - reach, to: centre.x + reach) {
        let (x, y) = (Float(column) - centre.x, Float(row) - centre.y)
        let cover = min(1, reach - (x * x + y * y).squareRoot())
        if cover > 0 {
          // A dry brush leaves gaps: bristles that run out first.
          let bristle = Float((grain >> UInt64((row * 5 + column * 3) & 31)) & 3) / 3
          let place = row * size + column
          ink[place] = max(ink[place], min(1, cover * amount * (1 - dryness * 0.7 * bristle)))
        }
      }
    }
  }

  /// The pixels between two places on an axis, as far as there is paper.
  private func pixels(from first: Float, to last: Float) -> Range<Int> {
    let start = max(0, Int(first.rounded(.up)))
    return start..<max(start, min(size, Int(last.rounded(.down)) + 1))
  }

  private static func curve(
    _ before: SIMD2<Float>, _ start: SIMD2<Float>, _ stop: SIMD2<Float>, _ after: SIMD2<Float>, _ share: Float
  ) -> SIMD2<Float> {
    let square = share * share
    let linear = (stop - before) * share
    let quadratic = (2 * before - 5 * start + 4 * stop - after) * square
    let cubic = (3 * start - before - 3 * stop + after) * (square * share)
    return start + (linear + quadratic + cubic) * 0.5
  }
}
