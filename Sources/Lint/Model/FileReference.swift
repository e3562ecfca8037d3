import LintSourceText

/// A file's identity without its content: small enough to keep for the whole run.
public struct FileReference: Hashable, Codable, Sendable {
  /// Relative to where mllint runs, with forward slashes.
  public var path: String
  public var language: Language
  public var role: Role
  /// The folder of the distribution that the file belongs to (nearest pyproject.toml, setup.py or Package.swift).
  public var distribution: String
  /// The importable name: `keras.layers.dense`; for Swift the target's name.
  public var module: String
  /// Relative to the project's root.
  public var projectPath: String
  /// Whether its names were chosen elsewhere or long ago, as in `legacy/`: rules about names and signatures skip it.
  public var isExcluded: Bool

  public init(
    path: String, language: Language, role: Role, distribution: String, module: String, projectPath: String? = nil,
    isExcluded: Bool = false
  ) {
    self.path = path
    self.projectPath = projectPath ?? path
    self.language = language
    self.role = role
    self.distribution = distribution
    self.module = module
    self.isExcluded = isExcluded
  }
}
