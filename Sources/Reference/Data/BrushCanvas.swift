import Glibc

/// A square canvas of ink densities, 0 to 1, that strokes are drawn on.
struct BrushCanvas {
  /// The height and width, in pixels.
  let size: Int
  private var ink: [Float]

  /// Creates an empty canvas.
  init(size: Int) {
    self.size = size
    ink = [Float](repeating: 0, count: size * size)
  }

  /// Removes all ink.
  mutating func clear() {
    for pixel in ink.indices { ink[pixel] = 0 }
  }

  /// Draws a Catmull-Rom spline that tapers from start to end.
  /// - Parameters:
  ///   - points: the points on the curve, in pixels.
  ///   - thickness: the thickness at full pressure, in pixels.
  ///   - fullInk: the ink density at the start, 0 to 1.
  ///   - dryness: the fraction of the ink that is lost by the end.
  ///   - random: the generator for pressure and texture.
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
        let fraction = Float(step) / Float(steps)
        let along = (Float(segment) + fraction) / Float(points.count - 1)
        let pressure = (1 - (1 - end) * along * along) * (1 + swell * sin(speed * along + phase))
        let blot = 1 + 0.25 * exp(-along * 18)
        stamp(
          at: Self.curve(before, start, stop, after, fraction), radius: thickness / 2 * pressure * blot,
          ink: fullInk * (1 - dryness * along * (0.6 + 0.4 * sin(2.3 * speed * along + phase))),
          dryness: dryness * along, grain: grain)
      }
    }
  }

  /// Renders the canvas as 8-bit pixels with scanner noise.
  func render(into pixels: UnsafeMutableBufferPointer<UInt8>, random: inout RandomGenerator) {
    for pixel in pixels.indices {
      let noise = (random.uniform() - 0.5) * (ink[pixel] > 0.02 ? 36 : 0)
      pixels[pixel] = UInt8(max(0, min(255, ink[pixel] * 255 + noise)))
    }
  }

  /// Draws an antialiased disk; where disks overlap, the darker ink stays.
  private mutating func stamp(at center: SIMD2<Float>, radius: Float, ink amount: Float, dryness: Float, grain: UInt64)
  {
    let reach = radius + 0.5
    for row in pixels(from: center.y - reach, to: center.y + reach) {
      for column in pixels(from: center.x - reach, to: center.x + reach) {
        let (x, y) = (Float(column) - center.x, Float(row) - center.y)
        let cover = min(1, reach - (x * x + y * y).squareRoot())
        if cover > 0 {
          // Dry bristles leave gaps.
          let bristle = Float((grain >> UInt64((row * 5 + column * 3) & 31)) & 3) / 3
          let pixel = row * size + column
          ink[pixel] = max(ink[pixel], min(1, cover * amount * (1 - dryness * 0.7 * bristle)))
        }
      }
    }
  }

  /// The pixels between two coordinates on an axis, clipped to the canvas.
  private func pixels(from first: Float, to last: Float) -> Range<Int> {
    let start = max(0, Int(first.rounded(.up)))
    return start..<max(start, min(size, Int(last.rounded(.down)) + 1))
  }

  private static func curve(
    _ before: SIMD2<Float>, _ start: SIMD2<Float>, _ stop: SIMD2<Float>, _ after: SIMD2<Float>, _ fraction: Float
  ) -> SIMD2<Float> {
    let square = fraction * fraction
    let linear = (stop - before) * fraction
    let quadratic = (2 * before - 5 * start + 4 * stop - after) * square
    let cubic = (3 * start - before - 3 * stop + after) * (square * fraction)
    return start + (linear + quadratic + cubic) * 0.5
  }
}
