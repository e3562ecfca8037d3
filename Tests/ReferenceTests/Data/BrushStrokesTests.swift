import Reference
import Testing

@Suite struct BrushStrokesTests {
  @Test func imagesDependOnSeedButNotOnThreadCount() {
    let one = BrushStrokes(seed: 7).dataset(count: 600, split: 0, workers: Workers(count: 1))
    let two = BrushStrokes(seed: 7).dataset(count: 600, split: 0, workers: Workers(count: 3))
    #expect(one.pixels == two.pixels)
    #expect(one.pixels != BrushStrokes(seed: 8).dataset(count: 600, split: 0, workers: Workers(count: 1)).pixels)
    #expect(one.pixels != BrushStrokes(seed: 7).dataset(count: 600, split: 1, workers: Workers(count: 1)).pixels)
  }

  @Test func defaultDatasetIsBalancedAndNeedsNoDirectory() throws {
    let splits = try DatasetCatalog.load("brush-strokes")
    #expect(splits.training.count == 12_000)
    #expect(splits.test.count == 2000)
    #expect(splits.training.classNames == ["い", "う", "き", "け", "こ", "さ", "た", "は", "ほ", "も"])
    #expect(Set(Dictionary(grouping: splits.training.labels) { $0 }.values.map(\.count)) == [1200])
    #expect(splits.attribution == nil)
  }

  @Test func inkCoverageIsPlausible() {
    let dataset = BrushStrokes().dataset(count: 500, split: 0, workers: Workers(count: 2))
    for index in 0..<dataset.count {
      let image = dataset.pixels[index * 784..<(index + 1) * 784]
      let inked = image.filter { $0 > 60 }.count
      #expect((20...420).contains(inked), "image \(index) has ink on \(inked) of 784 pixels")
    }
    let mean = dataset.pixels.reduce(0) { $0 + Int($1) } / dataset.pixels.count
    #expect((15...45).contains(mean), "mean pixel value \(mean)")
  }

  /// The nearest class mean must be better than chance, but far from perfect.
  @Test func nearestMeanClassifierIsMediocre() {
    let training = BrushStrokes().dataset(count: 2000, split: 0, workers: Workers(count: 2))
    let test = BrushStrokes().dataset(count: 200, split: 1, workers: Workers(count: 2))
    var means = [[Float]](repeating: [Float](repeating: 0, count: 784), count: 10)
    for index in 0..<training.count {
      for pixel in 0..<784 { means[index % 10][pixel] += Float(training.pixels[index * 784 + pixel]) / 200 }
    }
    let correct = (0..<test.count).filter { index in
      let distances = means.map { mean in
        (0..<784).reduce(Float(0)) { sum, pixel in
          let difference = Float(test.pixels[index * 784 + pixel]) - mean[pixel]
          return sum + difference * difference
        }
      }
      return distances.indices.min { distances[$0] < distances[$1] } == index % 10
    }.count
    let accuracy = Float(correct) / Float(test.count)
    #expect((0.3...0.8).contains(accuracy), "accuracy \(accuracy)")
  }
}
