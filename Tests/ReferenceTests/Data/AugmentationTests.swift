import Reference
import Testing

@Suite struct AugmentationTests {
  /// A 9×9 image with distinct pixel values from 100.
  let dataset = ImageDataset(
    name: "x", height: 9, width: 9, pixels: (0..<81).map { UInt8($0 + 100) }, labels: [0], classNames: ["a"])

  /// The augmented pixels on the scale of the original.
  private func applied(_ augmentation: Augmentation, seed: UInt64 = 1) -> [Float] {
    var random = RandomGenerator(seed: seed)
    return [Float](unsafeUninitializedCapacity: 81) { buffer, filled in
      if let base = buffer.baseAddress { augmentation.apply(dataset, index: 0, random: &random, into: base) }
      filled = 81
    }.map { ($0 + 0.5) * 255 }
  }

  @Test func noAugmentationKeepsImage() {
    for (pixel, value) in applied(.none).enumerated() { #expect(abs(value - Float(pixel + 100)) < 1e-3) }
  }

  @Test func shiftTranslatesByWholePixelsInAllDirections() {
    var seen: Set<[Int]> = []
    for seed in 0..<200 {
      let moved = applied(Augmentation(shift: 1), seed: UInt64(seed))
      // The center pixel reveals the translation.
      let offset = 40 - (Int(moved[40].rounded()) - 100)
      let (down, right) = (Int((Float(offset) / 9).rounded()), offset - 9 * Int((Float(offset) / 9).rounded()))
      seen.insert([down, right])
      for row in 0..<9 {
        for column in 0..<9 {
          let inside = (0..<9).contains(row - down) && (0..<9).contains(column - right)
          let expected = inside ? Float((row - down) * 9 + column - right + 100) : 0
          #expect(abs(moved[row * 9 + column] - expected) < 1e-3)
        }
      }
    }
    #expect(seen.count == 9)
  }

  @Test func cutoutMasksSquareClippedAtEdges() {
    var sizes: Set<Int> = []
    for seed in 0..<300 {
      sizes.insert(applied(Augmentation(cutout: 4), seed: UInt64(seed)).filter { abs($0) < 1e-3 }.count)
    }
    #expect(sizes.max() == 16)
    #expect(sizes.min() == 4)
  }

  @Test func extremeParametersStayInBounds() {
    for seed in 0..<50 {
      let values = applied(Augmentation(shift: 30, cutout: 40, rotation: 180, scale: 5), seed: UInt64(seed))
      #expect(values.allSatisfy { $0 > -1e-3 && $0 < 256 })
    }
  }

  @Test func rotationKeepsCenter() {
    for seed in 0..<20 {
      let rotated = applied(Augmentation(rotation: 10), seed: UInt64(seed))
      #expect(abs(rotated[40] - 140) < 1e-3)
      // A linear gradient stays linear, so the mean of opposite pixels is the center value.
      #expect(abs((rotated[30] + rotated[50]) / 2 - 140) < 0.01)
    }
  }

  @Test func generatorDeterminesAugmentation() {
    let augmentation = Augmentation(shift: 2, cutout: 3, rotation: 10, scale: 0.1)
    #expect(applied(augmentation, seed: 5) == applied(augmentation, seed: 5))
    #expect(applied(augmentation, seed: 5) != applied(augmentation, seed: 6))
  }
}
