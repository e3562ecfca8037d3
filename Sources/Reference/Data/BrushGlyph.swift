/// A character defined by its brush strokes.
struct BrushGlyph: Sendable {
  /// The character.
  let name: String
  /// The points of each stroke in writing order; x points right and y down, 0 to 100.
  let strokes: [[SIMD2<Float>]]

  init(_ name: String, _ strokes: [[(x: Float, y: Float)]]) {
    self.name = name
    self.strokes = strokes.map { stroke in stroke.map { SIMD2($0.x, $0.y) } }
  }

  /// Draws the character once, in a random style.
  func draw(on canvas: inout BrushCanvas, random: inout RandomGenerator) {
    let style = BrushStyle(random: &random, size: canvas.size)
    var lastEnd: SIMD2<Float>?
    for stroke in strokes {
      let points = stroke.map { style.position(of: $0, random: &random) }
      guard let start = points.first, let end = points.last else { continue }
      if let lastEnd, random.uniform() < style.linking {
        // A faint line where the brush touches the paper between two strokes.
        let middle = (lastEnd + start) / 2 + SIMD2(random.normal(), random.normal()) * 0.6
        canvas.stroke(
          through: [lastEnd, middle, start], thickness: 0.3 * style.thickness, ink: 0.55 * style.ink, dryness: 0.4,
          random: &random)
      }
      canvas.stroke(
        through: points, thickness: style.thickness * random.uniform(in: 0.85...1.15), ink: style.ink,
        dryness: style.dryness * random.uniform(in: 0.4...1.2), random: &random)
      lastEnd = end
    }
  }

  /// The ten classes; several differ in a single stroke.
  static let all = [
    BrushGlyph("い", [[(20, 26), (19, 48), (25, 68), (35, 76), (42, 64)], [(68, 30), (76, 42), (81, 60)]]),
    BrushGlyph("う", [[(38, 14), (50, 18), (60, 25)], [(26, 42), (48, 35), (66, 39), (69, 57), (57, 76), (38, 90)]]),
    BrushGlyph(
      "き",
      [
        [(27, 29), (50, 27), (73, 20)], [(24, 47), (52, 43), (78, 35)], [(43, 10), (54, 36), (67, 59)],
        [(34, 63), (29, 76), (43, 87), (67, 84)],
      ]),
    BrushGlyph(
      "け",
      [
        [(23, 19), (18, 48), (21, 77), (29, 69)], [(43, 36), (62, 35), (84, 31)],
        [(65, 13), (67, 44), (62, 70), (49, 89)],
      ]),
    BrushGlyph("こ", [[(30, 26), (50, 24), (71, 25), (60, 36)], [(28, 62), (30, 78), (50, 83), (77, 77)]]),
    BrushGlyph(
      "さ",
      [
        [(23, 37), (50, 35), (77, 27)], [(43, 11), (54, 35), (67, 57)], [(34, 62), (29, 76), (43, 87), (67, 84)],
      ]),
    BrushGlyph(
      "た",
      [
        [(18, 33), (36, 32), (56, 27)], [(40, 12), (32, 47), (19, 85)], [(54, 49), (66, 47), (82, 50)],
        [(52, 69), (56, 82), (68, 85), (86, 80)],
      ]),
    BrushGlyph(
      "は",
      [
        [(23, 18), (18, 48), (21, 78), (29, 70)], [(45, 36), (64, 35), (85, 31)],
        [(66, 13), (67, 44), (66, 74), (54, 85), (45, 76), (59, 68), (84, 84)],
      ]),
    BrushGlyph(
      "ほ",
      [
        [(23, 18), (18, 48), (21, 78), (29, 70)], [(46, 20), (64, 19), (83, 16)], [(46, 44), (64, 43), (84, 39)],
        [(66, 20), (67, 48), (66, 75), (54, 86), (45, 77), (59, 70), (84, 85)],
      ]),
    BrushGlyph(
      "も",
      [
        [(46, 11), (38, 43), (36, 70), (50, 88), (71, 79), (72, 60)], [(25, 35), (44, 38), (63, 35)],
        [(22, 56), (42, 59), (61, 56)],
      ]),
  ]
}
