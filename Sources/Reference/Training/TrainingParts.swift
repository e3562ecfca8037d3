extension TrainingConfiguration {
  /// The network that these values describe, with random weights.
  /// - Throws: `ShapeError` if it cannot take images of this size.
  public func makeNetwork(for dataset: ImageDataset) throws(ShapeError) -> Network {
    try ModelCatalogue.make(
      model, height: dataset.height, width: dataset.width, classCount: dataset.classNames.count, widthFactor: width,
      seed: seed)
  }

  /// The optimizer that these values describe, with nothing in its memory.
  func makeOptimizer() -> any Optimizer {
    switch optimizer {
    case .sgd: SGD(momentum: momentum, isNesterov: nesterov, weightDecay: weightDecay)
    case .adam: Adam(weightDecay: weightDecay)
    }
  }

  func makeAugmentation() -> Augmentation {
    Augmentation(shift: shift, cutout: cutout, rotation: rotation, scale: scale)
  }
}
