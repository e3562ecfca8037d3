/// A command-line option that overrides one value of the configuration.
public struct Override: Sendable {
  /// The option as given, such as `--epochs`.
  public let option: String
  /// Whether a resumed run accepts it, because it does not affect the result.
  public let isAllowedOnResume: Bool
  fileprivate let apply: @Sendable (inout TrainingConfiguration) -> Void
  fileprivate let conflict: @Sendable (TrainingConfiguration) -> String?

  /// An override, or nil if the option was not given.
  public static func set<Value: Equatable & Sendable>(
    _ option: String, _ path: WritableKeyPath<TrainingConfiguration, Value> & Sendable, _ value: Value?,
    allowedOnResume: Bool = false
  ) -> Override? {
    guard let value else { return nil }
    return Override(option: option, isAllowedOnResume: allowedOnResume) { configuration in
      configuration[keyPath: path] = value
    } conflict: { configuration in
      let saved = configuration[keyPath: path]
      return saved == value
        ? nil : "\(option) \(text(value)) conflicts with the run, which was started with \(text(saved))"
    }
  }

  private init(
    option: String, isAllowedOnResume: Bool, apply: @escaping @Sendable (inout TrainingConfiguration) -> Void,
    conflict: @escaping @Sendable (TrainingConfiguration) -> String?
  ) {
    self.option = option
    self.isAllowedOnResume = isAllowedOnResume
    self.apply = apply
    self.conflict = conflict
  }

  private static func text<Value>(_ value: Value) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { "\($0.value)" } ?? "none" }
    if let named = value as? any RawRepresentable { return "\(named.rawValue)" }
    return "\(value)"
  }
}

extension TrainingConfiguration {
  /// This configuration with overrides applied.
  public func applying(_ overrides: [Override]) -> TrainingConfiguration {
    var changed = self
    for override in overrides { override.apply(&changed) }
    return changed
  }

  /// The saved configuration of a run with the overrides that a resumed run accepts.
  /// - Throws: `ConfigurationError` naming every option that conflicts with the saved configuration.
  public func resuming(with overrides: [Override]) throws(ConfigurationError) -> TrainingConfiguration {
    let conflicts = overrides.filter { !$0.isAllowedOnResume }.compactMap { $0.conflict(self) }
    guard conflicts.isEmpty else {
      throw ConfigurationError(problems: conflicts + ["remove these options, or start a new run without --resume"])
    }
    return applying(overrides.filter(\.isAllowedOnResume))
  }
}
