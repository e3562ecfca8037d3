import Reference
import Testing

/// The confusion matrix, the confidence interval and number formatting.
@Suite struct MeasureTests {
  @Test func confusionsAreSortedByCount() throws {
    let matrix = try #require(
      ConfusionMatrix(classNames: ["a", "b", "c"], counts: [[7, 1, 2], [0, 5, 2], [3, 0, 0]]))
    #expect(matrix.total == 20)
    #expect(matrix.images(of: 0) == 10)
    #expect(matrix.accuracy(of: 0) == 0.7)
    #expect(matrix.accuracy(of: 2) == 0)
    #expect(
      matrix.confusions.map { [$0.label, $0.predicted, $0.count] } == [[2, 0, 3], [0, 2, 2], [1, 2, 2], [0, 1, 1]])
  }

  @Test func matrixMustMatchClassNames() {
    #expect(ConfusionMatrix(classNames: ["a"], counts: [[1, 2]]) == nil)
    #expect(ConfusionMatrix(classNames: ["a", "b"], counts: [[1, 2]]) == nil)
    #expect(ConfusionMatrix(classNames: ["a", "b"], counts: [[0, 0], [1, 2]])?.accuracy(of: 0) == nil)
  }

  /// Reference values computed in Python.
  @Test(arguments: [
    (0.9, 100, 0.825634, 0.944771), (1, 10, 0.722467, 1), (0, 10, 0, 0.277533),
  ])
  func confidenceIntervalMatchesReference(accuracy: Double, count: Int, lower: Double, upper: Double) throws {
    let interval = try #require(ConfidenceInterval(accuracy: accuracy, count: count))
    #expect(abs(interval.lower - lower) < 1e-5)
    #expect(abs(interval.upper - upper) < 1e-5)
  }

  @Test func confidenceIntervalNeedsImagesAndAccuracy() {
    #expect(ConfidenceInterval(accuracy: 1, count: 0) == nil)
    #expect(ConfidenceInterval(accuracy: .nan, count: 3) == nil)
  }

  @Test func numbersAreFormatted() {
    #expect(NumberFormat.percent(0.98123) == "98.12\u{202f}%")
    #expect(NumberFormat.integer(7_338_880) == "7,338,880")
    #expect(NumberFormat.integer(999) == "999")
    #expect(NumberFormat.integer(-1000) == "\u{2212}1,000")
    #expect(NumberFormat.count(1, "image") == "1 image")
    #expect(NumberFormat.duration(3.26) == "3.3 s")
    #expect(NumberFormat.duration(423) == "7 min 3 s")
    #expect(NumberFormat.duration(7325) == "2 h 2 min")
    #expect(NumberFormat.duration(.nan) == "unknown")
    #expect(NumberFormat.significant(0.08123) == "0.0812")
    #expect(NumberFormat.significant(0.0000051) == "5.1e\u{2212}6")
    #expect(NumberFormat.significant(.nan) == "not a number")
    #expect(NumberFormat.decimal(-1.005e300, 0).count == 302)
    #expect(NumberFormat.decimal(2.345, 2) == "2.35")
    #expect(NumberFormat.axisPercent(0.995) == "99.5")
    #expect(NumberFormat.axisPercent(0.98) == "98")
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 112].map(NumberFormat.ordinal) == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
      ])
  }
}
