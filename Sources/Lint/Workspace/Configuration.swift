import LintCatalog
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText

/// The settings that apply to the files of one folder: a configuration file, those that it extends, and the command
/// line's. All paths are absolute.
package struct Configuration: Sendable {
  /// A file's settings and the folder that its patterns are relative to.
  package struct Layer: Sendable {
    package var folder: String
    package var settings: Settings

    package init(folder: String, settings: Settings) {
      self.folder = folder
      self.settings = settings
    }
  }

  /// Later layers win.
  package private(set) var layers: [Layer]

  /// Without layers: the configuration of a project that has none, the pages' defaults.
  package init(layers: [Layer] = []) { self.layers = layers }

  /// Adds settings that override all existing ones, such as those of the command line.
  package mutating func add(_ layer: Layer) { layers.append(layer) }

  package var failOn: Severity { layers.last { $0.settings.failOn != nil }?.settings.failOn ?? .warning }

  /// The file of known findings, absolute; nil if there is none.
  package var baseline: String? {
    layers.reduce(nil) { path, layer in
      layer.settings.baseline.map { Paths.absolute($0.value, in: layer.folder) } ?? path
    }
  }

  /// The profile that the configuration chooses for files to which some overrides apply; nil leaves it to the project.
  package func profile(overrides: [Int] = []) -> Profile? {
    var result: Profile?
    var number = 0
    for layer in layers {
      result = layer.settings.profile ?? result
      for override in layer.settings.overrides ?? [] {
        if overrides.contains(number) { result = override.profile ?? result }
        number += 1
      }
    }
    return result
  }

  package var allowsPreview: Bool { layers.last { $0.settings.preview != nil }?.settings.preview ?? false }

  /// The tools that replace the rules which they cover.
  package var skipCoveredBy: [SimilarRules.Tool] {
    layers.last { $0.settings.skipCoveredBy != nil }?.settings.skipCoveredBy ?? []
  }

  /// The additions of all layers; a later one replaces an earlier one of the same concept.
  package var vocabulary: [String: VocabularyAddition] {
    layers.reduce(into: [:]) { result, layer in
      for entry in layer.settings.vocabulary?.entries ?? [] { result[entry.key] = entry.value }
    }
  }

  /// Whether a file is left out of the run.
  package func excludes(_ path: String) -> Bool {
    layers.contains { layer in
      guard let patterns = layer.settings.exclude, let below = Paths.below(path, in: layer.folder) else { return false }
      return patterns.cover(below)
    }
  }

  /// The role that the configuration gives a file; nil if it gives none. An override wins over a pattern.
  package func role(of path: String) -> Role? {
    var result: Role?
    for layer in layers where layer.settings.roles != nil || layer.settings.overrides != nil {
      guard let below = Paths.below(path, in: layer.folder) else { continue }
      result = layer.settings.roles?.role(of: below) ?? result
      for override in layer.settings.overrides ?? [] where override.role != nil && override.files.cover(below) {
        result = override.role
      }
    }
    return result
  }

  /// The numbers of the overrides that apply to a file: files with equal keys have equal rules.
  package func overrides(for path: String) -> [Int] {
    var key: [Int] = []
    var number = 0
    for layer in layers {
      guard let overrides = layer.settings.overrides else { continue }
      let below = Paths.below(path, in: layer.folder)
      for override in overrides {
        if let below, override.files.cover(below) { key.append(number) }
        number += 1
      }
    }
    return key
  }

  /// The rules that run, options and severities set, ordered by id.
  ///
  /// - Parameters:
  ///   - catalog: All rules.
  ///   - overrides: What `overrides(for:)` gives for a file; none for the project as a whole.
  ///   - detected: The project's own profile, for where the configuration chooses none.
  ///   - ruff: The repository's configuration of ruff, if rules that it covers are skipped.
  /// - Throws: Where a rule's name or options are wrong.
  package func rules(
    in catalog: Catalog, overrides: [Int] = [], detected: Profile = .library, ruff: RuffConfiguration? = nil
  ) throws(YAMLError) -> [ConfiguredRule] {
    try selection(in: catalog, overrides: overrides, detected: detected, ruff: ruff).rules()
  }

  /// The rules that run, before their options are decoded, and those that ruff replaces.
  func selection(
    in catalog: Catalog, overrides: [Int] = [], detected: Profile, ruff: RuffConfiguration?
  ) throws(YAMLError) -> RuleSelection {
    var selection = RuleSelection(
      catalog, allowsPreview: allowsPreview, profile: profile(overrides: overrides) ?? detected,
      vocabulary: catalog.vocabulary.adding(vocabulary))
    var number = 0
    for layer in layers {
      try selection.apply(layer.settings)
      for override in layer.settings.overrides ?? [] {
        if overrides.contains(number) { try selection.apply(override) }
        number += 1
      }
    }
    if let ruff { selection.skipRules(coveredBy: ruff) }
    return selection
  }

  /// Checks every rule's name and options, in overrides that apply to no file too, and the project's own words.
  package func validate(in catalog: Catalog) throws(YAMLError) {
    for layer in layers {
      if let words = layer.settings.vocabulary { try catalog.vocabulary.validate(words) }
      var selection = RuleSelection(
        catalog, allowsPreview: true, profile: .library, vocabulary: catalog.vocabulary)
      try selection.apply(layer.settings)
      try selection.requireOptions()
      for override in layer.settings.overrides ?? [] {
        var selection = selection
        try selection.apply(override)
        try selection.requireOptions()
      }
    }
  }
}
