/// What is wrong with the values of a run, all of it at once.
public struct ConfigurationError: Error, CustomStringConvertible {
  /// One sentence a problem: the option, what it takes, what was found.
  public let problems: [String]

  public init(problems: [String]) { self.problems = problems }

  public var description: String { problems.joined(separator: "\n  ") }
}

extension TrainingConfiguration {
  /// Checks all values that can be judged without the data.
  /// - Throws: `ConfigurationError` with every problem that there is.
  public func check() throws(ConfigurationError) {
    var found = Problems()
    found.choice("--dataset", dataset, of: DatasetCatalogue.names)
    found.choice("--model", model, of: ModelCatalogue.names + [NearestNeighbours.modelName])
    found.choice("--recipe", recipe, of: Recipe.all.map(\.name))
    found.range("--epochs", epochs, 1...100_000)
    found.range("--batch-size", batchSize, 1...65_536)
    found.positive("--learning-rate", learningRate)
    found.share("--momentum", momentum)
    found.notNegative("--weight-decay", weightDecay)
    found.share("--warmup", warmup)
    found.share("--label-smoothing", labelSmoothing)
    found.share("--weight-average", weightAverage)
    found.range("--shift", shift, 0...64)
    found.range("--cutout", cutout, 0...256)
    found.range("--rotation", rotation, 0...180)
    found.share("--scale", scale)
    found.range("--width", width, 0.125...16)
    found.range("--holdout", holdout ?? 0, 0...10_000_000)
    found.range("--threads", threads, 1...1024)
    found.range("--checkpoint-interval", checkpointInterval, 0...1_000_000_000)
    if nesterov, optimizer == .sgd, momentum == 0 {
      found.add(
        "--momentum 0 leaves Nesterov's look-ahead nothing to look along; add --no-nesterov, or raise --momentum")
    }
    if onnx, model == NearestNeighbours.modelName {
      found.add("--onnx writes a network, and \(model) has none; leave it out, or choose another --model")
    }
    try found.throwIfAny()
  }

  /// Checks what depends on the data, and fills in the hold-out.
  /// - Parameter count: how many images the training split holds.
  /// - Throws: `ConfigurationError` if the hold-out or the batch leave too little to train on.
  public mutating func fit(trainingCount count: Int) throws(ConfigurationError) {
    var found = Problems()
    let holdout = holdout ?? (model == NearestNeighbours.modelName ? 0 : count / 12)
    self.holdout = holdout
    found.range("--holdout", holdout, 0...max(0, count - 1), because: "'\(dataset)' has \(count) training images")
    if holdout < count, model != NearestNeighbours.modelName {
      found.range(
        "--batch-size", batchSize, 1...count - holdout,
        because: "\(count - holdout) images are left to train on, and an incomplete batch is dropped")
    }
    try found.throwIfAny()
  }
}

/// Collects problems, so that the user mends all of them in one go.
private struct Problems {
  private var sentences: [String] = []

  mutating func add(_ sentence: String) { sentences.append(sentence) }

  mutating func choice(_ option: String, _ value: String, of names: [String]) {
    if !names.contains(value) { add("\(option) takes one of \(names.joined(separator: ", ")); found '\(value)'") }
  }

  mutating func range<Value: Comparable>(
    _ option: String, _ value: Value, _ range: ClosedRange<Value>, because reason: String? = nil
  ) {
    // Written this way round, so that a NaN is outside.
    guard !(range.lowerBound <= value && value <= range.upperBound) else { return }
    let why = reason.map { " (\($0))" } ?? ""
    add("\(option) takes \(range.lowerBound) to \(range.upperBound)\(why); found \(value)")
  }

  /// A number from 0 up to, but not including, 1.
  mutating func share(_ option: String, _ value: Float) {
    if !(value >= 0 && value < 1) { add("\(option) takes 0 or more and less than 1; found \(value)") }
  }

  mutating func positive(_ option: String, _ value: Float) {
    if !(value > 0 && value.isFinite) { add("\(option) takes a number greater than 0; found \(value)") }
  }

  mutating func notNegative(_ option: String, _ value: Float) {
    if !(value >= 0 && value.isFinite) { add("\(option) takes 0 or more; found \(value)") }
  }

  func throwIfAny() throws(ConfigurationError) {
    if !sentences.isEmpty { throw ConfigurationError(problems: sentences) }
  }
}
