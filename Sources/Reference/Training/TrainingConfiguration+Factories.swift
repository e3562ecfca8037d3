extension TrainingConfiguration {
  /// Creates the configured network with random weights.
  /// - Throws: `ShapeError` if the model does not support images of this size.
  public func makeNetwork(for dataset: ImageDataset) throws(ShapeError) -> Network {
    try ModelCatalog.make(
      model, height: dataset.height, width: dataset.width, classCount: dataset.classNames.count,
      widthMultiplier: widthMultiplier, seed: seed)
  }

  /// Creates the configured optimizer with empty state.
  func makeOptimizer() -> any Optimizer {
    switch optimizer {
    case .sgd: SGD(momentum: momentum, isNesterov: nesterov, weightDecay: weightDecay)
    case .adamw: AdamW(weightDecay: weightDecay)
    }
  }

  func makeAugmentation() -> Augmentation {
    Augmentation(shift: shift, cutout: cutout, rotation: rotation, scale: scale)
  }
}
