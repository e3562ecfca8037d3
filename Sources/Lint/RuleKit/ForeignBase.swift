/// Known facts about base classes from other libraries.
package enum ForeignBase {
  /// Bases that leave their subclasses' names alone, but for the well-known methods of `isContract`.
  package static func decidesNothing(_ base: String) -> Bool {
    switch base {
    case "object", "ABC", "ABCMeta", "Protocol", "Generic", "NamedTuple", "TypedDict", "Enum", "IntEnum", "Exception",
      "Module", "Sequential", "ModuleList", "ModuleDict", "Layer", "Dataset", "IterableDataset", "Model", "Sampler",
      "Function", "Optimizer", "LightningModule",
      "LightningDataModule", "BaseEstimator", "TransformerMixin", "Sendable", "Equatable", "Hashable", "Codable",
      "Differentiable", "KeyPathIterable", "Error":
      true
    default: false
    }
  }

  /// Methods that a framework calls on its users' classes.
  package static func isContract(_ method: String, of base: String) -> Bool {
    switch method {
    case "__init__", "init": false
    // Torch passes on whatever its module is called with.
    case "forward": base != "Module" && base != "LightningModule"
    case "call", "build", "compute_output_shape", "get_config", "from_config", "train", "eval", "apply", "state_dict",
      "load_state_dict", "extra_repr", "callAsFunction", "fit", "predict", "evaluate", "update", "train_step",
      "test_step", "training_step", "validation_step", "predict_step", "transform", "score", "step",
      "fit_transform", "fit_predict", "partial_fit", "inverse_transform", "predict_proba", "decision_function":
      true
    default: method.hasPrefix("__") || method.hasPrefix("on_")
    }
  }
}
