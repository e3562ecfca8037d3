import Glibc

/// The random handwriting style of one image: position, size, slant, distortion, brush and ink.
struct BrushStyle {
  /// The thickness of the brush at full pressure, in pixels.
  let thickness: Float
  /// The ink density, 0 to 1.
  let ink: Float
  /// The fraction of the ink that is lost by the end of a stroke, 0 to 1.
  let dryness: Float
  /// The probability that two consecutive strokes are linked.
  let linking: Float

  private let across: SIMD2<Float>
  private let down: SIMD2<Float>
  private let middle: SIMD2<Float>
  private let distortion: SIMD4<Float>
  private let jitter: Float

  /// Samples a style for images of `size` × `size` pixels.
  init(random: inout RandomGenerator, size: Int) {
    let pixels = Float(size)
    let scale = pixels / 100 * random.uniform(in: 0.62...0.95)
    let aspect = random.uniform(in: 0.85...1.15)
    let angle = random.normal() * 0.14
    let slant = random.normal() * 0.16
    let (cosine, sine) = (cos(angle) * scale, sin(angle) * scale)
    across = SIMD2(cosine, sine) * aspect
    down = SIMD2(-sine, cosine) / aspect + slant * across
    middle = SIMD2(random.uniform(in: -0.1...0.1), random.uniform(in: -0.1...0.1)) * pixels + (pixels - 1) / 2
    distortion = SIMD4(random.normal(), random.normal(), random.normal(), random.normal()) * 3.5
    jitter = random.uniform(in: 1.2...3.2)
    thickness = pixels * random.uniform(in: 0.055...0.115)
    ink = random.uniform(in: 0.75...1.05)
    dryness = random.uniform(in: 0...0.75)
    linking = random.uniform() < 0.4 ? 0.6 : 0.05
  }

  /// Maps a point of the character to image coordinates, in pixels.
  func position(of point: SIMD2<Float>, random: inout RandomGenerator) -> SIMD2<Float> {
    let centered = point - 50
    // A smooth distortion: each axis is displaced by waves along the other.
    let waves = SIMD2(
      distortion.x * sin(centered.y * 0.045) + distortion.y * cos(centered.y * 0.06),
      distortion.z * sin(centered.x * 0.045) + distortion.w * cos(centered.x * 0.06))
    let noise = SIMD2(random.normal(), random.normal()) * jitter
    let position = centered + waves + noise
    return middle + position.x * across + position.y * down
  }
}
