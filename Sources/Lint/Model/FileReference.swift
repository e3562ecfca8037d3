import LintSourceText

/// Which file it is, apart from what is in it: small enough to keep for the whole run.
package struct FileReference: Hashable, Codable, Sendable {
  /// Relative to where mllint runs, with forward slashes.
  package var path: String
  package var language: Language
  package var role: Role
  /// The folder of the distribution that the file belongs to (nearest pyproject.toml, setup.py or Package.swift).
  package var distribution: String
  /// The importable name: `keras.layers.dense`; for Swift the target's name.
  package var module: String
  /// Relative to the project's root.
  package var projectPath: String
  /// Whether its names were chosen elsewhere or long ago, as in `legacy/`: rules about names and signatures skip it.
  package var isExcluded: Bool

  package init(
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
