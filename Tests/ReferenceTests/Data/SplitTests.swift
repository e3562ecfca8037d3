import Reference
import Testing

@Suite struct SplitTests {
  /// 100 one-pixel images: 50 of class 0, 30 of class 1, 20 of class 2; each pixel is the index of its image.
  let whole = ImageDataset(
    name: "x", height: 1, width: 1, pixels: Array(0..<100),
    labels: (0..<100).map { $0 < 50 ? 0 : $0 < 80 ? 1 : 2 }, classNames: ["a", "b", "c"])

  @Test func splitIsStratified() {
    let (training, validation) = whole.split(validationSize: 10, seed: 1)
    #expect(validation.labels == [0, 0, 0, 0, 0, 1, 1, 1, 2, 2])
    #expect(training.count == 90)
    #expect((training.pixels + validation.pixels).sorted() == Array(0..<100))
    #expect(validation.pixels == validation.pixels.sorted())
  }

  @Test func seedDeterminesSplit() {
    #expect(
      whole.split(validationSize: 10, seed: 1).validation.pixels
        == whole.split(validationSize: 10, seed: 1).validation.pixels)
    #expect(
      whole.split(validationSize: 10, seed: 1).validation.pixels
        != whole.split(validationSize: 10, seed: 2).validation.pixels)
  }

  @Test(arguments: [-1, 0, 1, 3, 7, 99, 100, 1000])
  func validationSizeIsExact(size: Int) {
    let (training, validation) = whole.split(validationSize: size, seed: 3)
    #expect(validation.count == min(100, max(0, size)))
    #expect(training.count + validation.count == 100)
  }
}
