import Foundation

/// How one writer writes one character: the place, the size, the slant, the bend, the brush and its ink.
struct BrushHand {
  /// How thick the brush is at full pressure, in pixels.
  let thickness: Float
  /// How dark the ink is, 0 ... 1.
  let ink: Float
  /// How much of the ink is gone at the end of a stroke, 0 ... 1.
  let dryness: Float
  /// How often two strokes are linked.
  let linking: Float

  private let across: SIMD2<Float>
  private let down: SIMD2<Float>
  private let middle: SIMD2<Float>
  private let bend: SIMD4<Float>
  private let unsteadiness: Float

  /// Draws a hand for images of `size` pixels.
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
    bend = SIMD4(random.normal(), random.normal(), random.normal(), random.normal()) * 3.5
    unsteadiness = random.uniform(in: 1.2...3.2)
    thickness = pixels * random.uniform(in: 0.055...0.115)
    ink = random.uniform(in: 0.75...1.05)
    dryness = random.uniform(in: 0...0.75)
    linking = random.uniform() < 0.4 ? 0.6 : 0.05
  }

  /// Where a point of the character falls in the image, in pixels.
  func place(_ point: SIMD2<Float>, random: inout RandomGenerator) -> SIMD2<Float> {
    let centred = point - 50
    // A gentle bend of the whole: each axis by a wave along the other.
    let waves = SIMD2(
      bend.x * sin(centred.y * 0.045) + bend.y * cos(centred.y * 0.06),
      bend.z * sin(centred.x * 0.045) + bend.w * cos(centred.x * 0.06))
    let wobble = SIMD2(random.normal(), random.normal()) * unsteadiness
    let place = centred + waves + wobble
    return middle + place.x * across + place.y * down
  }
}
