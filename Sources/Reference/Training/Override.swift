/// One option of the command line that sets a value of the configuration.
public struct Override: Sendable {
  /// The option as the user wrote it, such as `--epochs`.
  public let option: String
  /// Whether a resumed run may take it: it changes how the run is done or recorded, not what it computes.
  public let isFreeOnResume: Bool
  fileprivate let apply: @Sendable (inout TrainingConfiguration) -> Void
  fileprivate let difference: @Sendable (TrainingConfiguration) -> String?

  /// An override, or nil if the option was not given.
  public static func set<Value: Equatable & Sendable>(
    _ option: String, _ path: WritableKeyPath<TrainingConfiguration, Value> & Sendable, _ value: Value?,
    freeOnResume: Bool = false
  ) -> Override? {
    guard let value else { return nil }
    return Override(option: option, isFreeOnResume: freeOnResume) { configuration in
      configuration[keyPath: path] = value
    } difference: { configuration in
      let saved = configuration[keyPath: path]
      return saved == value ? nil : "\(option) asks for \(text(value)), and the run was begun with \(text(saved))"
    }
  }

  private init(
    option: String, isFreeOnResume: Bool, apply: @escaping @Sendable (inout TrainingConfiguration) -> Void,
    difference: @escaping @Sendable (TrainingConfiguration) -> String?
  ) {
    self.option = option
    self.isFreeOnResume = isFreeOnResume
    self.apply = apply
    self.difference = difference
  }

  private static func text<Value>(_ value: Value) -> String {
    let unwrapped = Mirror(reflecting: value)
    if unwrapped.displayStyle == .optional { return unwrapped.children.first.map { "\($0.value)" } ?? "none" }
    if let named = value as? any RawRepresentable { return "\(named.rawValue)" }
    return "\(value)"
  }
}

extension TrainingConfiguration {
  /// These values with what the command line says on top.
  public func applying(_ overrides: [Override]) -> TrainingConfiguration {
    var changed = self
    for override in overrides { override.apply(&changed) }
    return changed
  }

  /// The saved values of a run with what a resumed run may change.
  /// - Throws: `ConfigurationError` naming every option that contradicts what the run was begun with.
  public func resuming(with overrides: [Override]) throws(ConfigurationError) -> TrainingConfiguration {
    let contradictions = overrides.filter { !$0.isFreeOnResume }.compactMap { $0.difference(self) }
    guard contradictions.isEmpty else {
      throw ConfigurationError(
        problems: contradictions + ["leave these options out, or begin a new run without --resume"])
    }
    return applying(overrides.filter(\.isFreeOnResume))
  }
}
