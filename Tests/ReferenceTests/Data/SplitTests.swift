import Reference
import Testing

@Suite struct SplitTests {
  /// 100 images of one pixel: 50 of class 0, 30 of class 1, 20 of class 2; each pixel is the image's number.
  let whole = ImageDataset(
    name: "x", height: 1, width: 1, pixels: Array(0..<100),
    labels: (0..<100).map { $0 < 50 ? 0 : $0 < 80 ? 1 : 2 }, classNames: ["a", "b", "c"])

  @Test func everyClassHasItsShare() {
    let (training, holdout) = whole.split(holdout: 10, seed: 1)
    #expect(holdout.labels == [0, 0, 0, 0, 0, 1, 1, 1, 2, 2])
    #expect(training.count == 90)
    #expect((training.pixels + holdout.pixels).sorted() == Array(0..<100))
    #expect(holdout.pixels == holdout.pixels.sorted())
  }

  @Test func theSeedDecides() {
    #expect(whole.split(holdout: 10, seed: 1).holdout.pixels == whole.split(holdout: 10, seed: 1).holdout.pixels)
    #expect(whole.split(holdout: 10, seed: 1).holdout.pixels != whole.split(holdout: 10, seed: 2).holdout.pixels)
  }

  @Test(arguments: [-1, 0, 1, 3, 7, 99, 100, 1000])
  func everySizeIsExact(size: Int) {
    let (training, holdout) = whole.split(holdout: size, seed: 3)
    #expect(holdout.count == min(100, max(0, size)))
    #expect(training.count + holdout.count == 100)
  }
}
