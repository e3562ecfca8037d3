extension TrainingConfiguration {
  /// Checks all values that do not depend on the data.
  /// - Throws: `ConfigurationError` with every problem.
  public func validate() throws(ConfigurationError) {
    var problems = Problems()
    problems.checkChoice("--dataset", dataset, of: DatasetCatalog.names)
    problems.checkChoice("--model", model, of: ModelCatalog.names + [NearestNeighbors.modelName])
    problems.checkChoice("--recipe", recipe, of: Recipe.all.map(\.name))
    problems.checkRange("--epochs", epochs, 1...100_000)
    problems.checkRange("--batch-size", batchSize, 1...65_536)
    problems.checkPositive("--learning-rate", learningRate)
    problems.checkFraction("--momentum", momentum)
    problems.checkNonnegative("--weight-decay", weightDecay)
    problems.checkFraction("--warmup", warmup)
    problems.checkFraction("--label-smoothing", labelSmoothing)
    problems.checkFraction("--ema-decay", emaDecay)
    problems.checkRange("--shift", shift, 0...64)
    problems.checkRange("--cutout", cutout, 0...256)
    problems.checkRange("--rotation", rotation, 0...180)
    problems.checkFraction("--scale", scale)
    problems.checkRange("--width-multiplier", widthMultiplier, 0.125...16)
    problems.checkRange("--validation-size", validationSize ?? 0, 0...10_000_000)
    problems.checkRange("--threads", threads, 1...1024)
    problems.checkRange("--checkpoint-interval", checkpointInterval, 0...1_000_000_000)
    if nesterov, optimizer == .sgd, momentum == 0 {
      problems.add("Nesterov momentum needs --momentum above 0, found 0.0; raise it or pass --no-nesterov")
    }
    if onnx, model == NearestNeighbors.modelName {
      problems.add("--onnx needs a network, but \(model) is not one; remove it or choose another --model")
    }
    try problems.throwIfAny()
  }

  /// Resolves the default validation size and checks the values that depend on the data.
  /// - Parameter count: the number of images in the training split.
  /// - Throws: `ConfigurationError` if the validation split or the batch leaves too few training images.
  public mutating func resolveValidationSize(trainingCount count: Int) throws(ConfigurationError) {
    var problems = Problems()
    let size = validationSize ?? (model == NearestNeighbors.modelName ? 0 : count / 12)
    validationSize = size
    problems.checkRange(
      "--validation-size", size, 0...max(0, count - 1), because: "'\(dataset)' has \(count) training images")
    if size < count, model != NearestNeighbors.modelName {
      problems.checkRange(
        "--batch-size", batchSize, 1...count - size,
        because: "\(count - size) images are left for training, and incomplete batches are dropped")
    }
    try problems.throwIfAny()
  }
}

/// Collects problems, so that the user can fix them all at once.
private struct Problems {
  private var messages: [String] = []

  mutating func add(_ message: String) { messages.append(message) }

  mutating func checkChoice(_ option: String, _ value: String, of names: [String]) {
    if !names.contains(value) {
      add("\(option) must be one of \(names.joined(separator: ", ")); found '\(value)'")
    }
  }

  mutating func checkRange<Value: Comparable>(
    _ option: String, _ value: Value, _ range: ClosedRange<Value>, because reason: String? = nil
  ) {
    // Phrased so that NaN is out of range.
    guard !(range.lowerBound <= value && value <= range.upperBound) else { return }
    let explanation = reason.map { " (\($0))" } ?? ""
    add("\(option) must be between \(range.lowerBound) and \(range.upperBound)\(explanation), found \(value)")
  }

  mutating func checkFraction(_ option: String, _ value: Float) {
    if !(value >= 0 && value < 1) { add("\(option) must be in [0, 1), found \(value)") }
  }

  mutating func checkPositive(_ option: String, _ value: Float) {
    if !(value > 0 && value.isFinite) { add("\(option) must be greater than 0, found \(value)") }
  }

  mutating func checkNonnegative(_ option: String, _ value: Float) {
    if !(value >= 0 && value.isFinite) { add("\(option) must be 0 or greater, found \(value)") }
  }

  func throwIfAny() throws(ConfigurationError) {
    if !messages.isEmpty { throw ConfigurationError(problems: messages) }
  }
}
