/// Known facts about other projects' classes and protocols: their ancestors and aliases.
enum ForeignHierarchy {
  /// The last names of a foreign base's ancestors, such as `Module` for `torch.nn.Sequential`.
  static func ancestors(of base: String) -> [String] {
    var result: [String] = []
    var pending = [last(base)]
    if let family = family(of: base) { pending.append(family) }
    while let name = pending.popLast() {
      for parent in parents[name] ?? [] where !result.contains(parent) {
        result.append(parent)
        pending.append(parent)
      }
      if name != last(base), !result.contains(name) { result.append(name) }
    }
    return result
  }

  /// Whether two names of foreign bases may refer to the same one.
  static func isSame(_ left: String, _ right: String) -> Bool {
    guard last(left) == last(right) else { return false }
    let (one, other) = (package(left), package(right))
    // A name without a package was not resolved; it may be any of that name.
    return one == other || one.isEmpty || other.isEmpty
  }

  static func last(_ path: String) -> String { path.split(separator: ".").last.map(String.init) ?? path }

  /// The project that a path belongs to.
  private static func package(_ path: String) -> String {
    guard path.contains(".") else { return "" }
    let first = path.prefix { $0 != "." }
    switch first {
    case "typing", "typing_extensions", "collections", "abc", "builtins", "types": return "builtins"
    case "tf", "tensorflow", "keras", "tf_keras": return "tensorflow"
    default: return String(first)
    }
  }

  /// The common base of a whole package: every class in `torch.nn` but for its parameters is a `Module`.
  private static func family(of base: String) -> String? {
    let name = last(base)
    if base.hasPrefix("torch.nn."), !["Parameter", "Buffer", "Module"].contains(name) { return "Module" }
    if base.hasPrefix("torch.optim.lr_scheduler.") { return "LRScheduler" }
    if base.hasPrefix("torch.optim.") { return "Optimizer" }
    if base.hasPrefix("torchvision.datasets.") { return "VisionDataset" }
    if base.hasPrefix("torchvision.models.") { return "Module" }
    if base.contains("keras.layers.") || base.hasPrefix("keras.layers") { return "Layer" }
    if base.contains("keras.losses.") { return "Loss" }
    if base.contains("keras.metrics.") { return "Metric" }
    if base.contains("keras.optimizers.") { return "Optimizer" }
    if base.contains("keras.callbacks.") { return "Callback" }
    if base.hasPrefix("torchmetrics.") { return "Metric" }
    if base.hasPrefix("sklearn."), name != "BaseEstimator", !name.hasSuffix("Mixin") { return "BaseEstimator" }
    if base.hasPrefix("transformers."), name.hasPrefix("TF") == false, name.contains("For") || name.hasSuffix("Model") {
      return "PreTrainedModel"
    }
    return nil
  }

  private static let parents: [String: [String]] = [
    // Errors.
    "BaseException": [], "Exception": ["BaseException"], "ArithmeticError": ["Exception"],
    "ZeroDivisionError": ["ArithmeticError"], "OverflowError": ["ArithmeticError"], "LookupError": ["Exception"],
    "FloatingPointError": ["ArithmeticError"], "KeyError": ["LookupError"], "IndexError": ["LookupError"],
    "AttributeError": ["Exception"], "ImportError": ["Exception"], "ModuleNotFoundError": ["ImportError"],
    "OSError": ["Exception"], "IOError": ["OSError"], "FileNotFoundError": ["OSError"],
    "FileExistsError": ["OSError"], "PermissionError": ["OSError"], "TimeoutError": ["OSError"],
    "ConnectionError": ["OSError"], "RuntimeError": ["Exception"], "NotImplementedError": ["RuntimeError"],
    "RecursionError": ["RuntimeError"], "TypeError": ["Exception"], "ValueError": ["Exception"],
    "UnicodeError": ["ValueError"], "UnicodeDecodeError": ["UnicodeError"], "UnicodeEncodeError": ["UnicodeError"],
    "JSONDecodeError": ["ValueError"], "AssertionError": ["Exception"], "StopIteration": ["Exception"],
    "NameError": ["Exception"], "EOFError": ["Exception"], "MemoryError": ["Exception"],
    "Warning": ["Exception"], "UserWarning": ["Warning"], "DeprecationWarning": ["Warning"],
    "FutureWarning": ["Warning"], "RuntimeWarning": ["Warning"], "ImportWarning": ["Warning"],
    "PendingDeprecationWarning": ["Warning"], "SyntaxWarning": ["Warning"],
    "NotFittedError": ["ValueError", "AttributeError"],
    // The standard library.
    "IntEnum": ["Enum", "int"], "StrEnum": ["Enum", "str"], "IntFlag": ["Flag", "int"], "Flag": ["Enum"],
    "OrderedDict": ["dict"], "defaultdict": ["dict"], "Counter": ["dict"], "dict": ["MutableMapping"],
    "UserDict": ["MutableMapping"], "MutableMapping": ["Mapping"], "Mapping": ["Collection"],
    "list": ["MutableSequence"],
    "UserList": ["MutableSequence"], "MutableSequence": ["Sequence"], "tuple": ["Sequence"], "str": ["Sequence"],
    "Sequence": ["Reversible", "Collection"], "MutableSet": ["Set"], "set": ["MutableSet"], "frozenset": ["Set"],
    "Set": ["Collection"], "Collection": ["Sized", "Iterable", "Container"], "Reversible": ["Iterable"],
    "Generator": ["Iterator"], "Iterator": ["Iterable"], "bool": ["int"], "deque": ["MutableSequence"],
    "StreamHandler": ["Handler"], "FileHandler": ["StreamHandler"], "Path": ["PurePath"], "PosixPath": ["Path"],
    "ArgumentDefaultsHelpFormatter": ["HelpFormatter"], "RawTextHelpFormatter": ["RawDescriptionHelpFormatter"],
    "RawDescriptionHelpFormatter": ["HelpFormatter"], "AbstractContextManager": [],
    // PyTorch and its neighbors.
    "Sequential": ["Module", "Model", "Layer"], "ModuleList": ["Module"], "ModuleDict": ["Module"],
    "Parameter": ["Tensor"], "Buffer": ["Tensor"], "IterableDataset": ["Dataset"], "TensorDataset": ["Dataset"],
    "ConcatDataset": ["Dataset"], "Subset": ["Dataset"], "VisionDataset": ["Dataset"], "ImageFolder": ["DatasetFolder"],
    "DatasetFolder": ["VisionDataset"], "LightningModule": ["Module"], "Metric": ["Module"],
    "LRScheduler": ["_LRScheduler"], "_LRScheduler": ["LRScheduler"], "DistributedSampler": ["Sampler"],
    "BatchSampler": ["Sampler"], "RandomSampler": ["Sampler"], "SequentialSampler": ["Sampler"],
    "WeightedRandomSampler": ["Sampler"], "SubsetRandomSampler": ["Sampler"],
    "PreTrainedModel": ["Module", "GenerationMixin"], "Seq2SeqTrainer": ["Trainer"],
    "Seq2SeqTrainingArguments": ["TrainingArguments"], "PreTrainedTokenizerFast": ["PreTrainedTokenizerBase"],
    "PreTrainedTokenizer": ["PreTrainedTokenizerBase"],
    // Keras, scikit-learn, NumPy, pandas, Gymnasium.
    "Model": ["Layer"], "Functional": ["Model"], "BaseEstimator": [], "Pipeline": ["BaseEstimator"],
    "matrix": ["ndarray"], "recarray": ["ndarray"], "MaskedArray": ["ndarray"],
    "ObservationWrapper": ["Wrapper"], "ActionWrapper": ["Wrapper"], "RewardWrapper": ["Wrapper"], "Wrapper": ["Env"],
    // Swift.
    "LocalizedError": ["Error"], "CustomNSError": ["Error"], "Error": ["Sendable"], "Hashable": ["Equatable"],
    "Comparable": ["Equatable"], "Codable": ["Decodable", "Encodable"], "Identifiable": [],
    "BidirectionalCollection": ["Collection"], "RandomAccessCollection": ["BidirectionalCollection"],
    "MutableCollection": ["Collection"], "RangeReplaceableCollection": ["Collection"], "OptionSet": ["SetAlgebra"],
    "LazySequenceProtocol": ["Sequence"], "AsyncParsableCommand": ["ParsableCommand"],
    "ParsableCommand": ["ParsableArguments"], "BinaryInteger": ["Numeric", "Hashable", "Strideable"],
    "FixedWidthInteger": ["BinaryInteger"], "SignedNumeric": ["Numeric"],
    "FloatingPoint": ["SignedNumeric", "Hashable"],
    "BinaryFloatingPoint": ["FloatingPoint"], "Numeric": ["AdditiveArithmetic"], "Actor": ["Sendable"],
    "NSObject": ["NSObjectProtocol", "Hashable"], "UIViewController": ["UIResponder"], "UIView": ["UIResponder"],
    "NSView": ["NSResponder"], "ObservableObject": [], "CodingKey": ["CustomStringConvertible"],
  ]
}
