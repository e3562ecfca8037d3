import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText

/// Which rules check which file of a project, by the configuration nearest to the file.
package struct ProjectPlan {
  private let builtIn: Catalog
  private let overrides: ConfigurationOverrides
  private let frontends: [any Frontend]
  private let loader: ConfigurationLoader
  private let workingDirectory: String
  private let overlay: [Configuration.Layer]
  private var configurations: [String: Configured] = [:]
  private var folders: [String: String] = [:]
  private var ruleSets: [String: RuleSet] = [:]
  /// By the root of the project; nil where ruff is not configured.
  private var ruffConfigurations: [String: RuffConfiguration?] = [:]

  /// A configuration, and the rules that it knows: the built-in ones, and those of its own pages.
  private struct Configured {
    var configuration: Configuration
    var catalog: Catalog
  }

  /// The pages of every rule that a configuration met so far knows, by id.
  var headers: [String: PageHeader] {
    let own = configurations.values.flatMap(\.catalog.headers)
    return Dictionary((builtIn.headers + own).map { ($0.rule, $0) }) { first, _ in first }
  }

  init(_ workspace: Workspace) throws(YAMLError) {
    builtIn = workspace.catalog
    frontends = workspace.frontends
    overrides = workspace.overrides
    workingDirectory = workspace.workingDirectory
    loader = ConfigurationLoader(workingDirectory: workingDirectory)
    overlay = try overrides.layers(in: workingDirectory)
  }

  /// The configuration of the place where mllint runs.
  mutating func configuration() throws(YAMLError) -> Configuration {
    try configuration(forFolder: workingDirectory, root: Project.root(of: workingDirectory) ?? workingDirectory).1
      .configuration
  }

  /// The effective settings of the working directory if it is part of the project, else of the project's root.
  mutating func settings(of project: Project) throws(YAMLError) -> EffectiveSettings {
    let folder = Paths.below(workingDirectory, in: project.root) == nil ? project.root : workingDirectory
    let (name, configured) = try configuration(forFolder: folder, root: project.root)
    let selection = try configured.configuration.selection(
      in: configured.catalog, detected: project.profile, ruff: ruff(for: configured.configuration, root: project.root))
    return EffectiveSettings(
      project: project, file: name.isEmpty ? nil : Paths.relative(name, to: workingDirectory),
      configuration: configured.configuration, rules: try selection.rules(), covered: selection.covered)
  }

  /// The words that a project's names are compared with: the field's and its own.
  mutating func vocabulary(of project: Project) throws(YAMLError) -> Vocabulary {
    let (_, configured) = try configuration(forFolder: project.root, root: project.root)
    return builtIn.vocabulary.adding(configured.configuration.vocabulary)
  }

  /// The request for a project, without the files that its configuration excludes.
  mutating func request(
    for project: Project, named: Set<String>, forcesExcludes: Bool, jobs: Int
  ) throws(YAMLError) -> Request {
    var project = project
    let profile = project.profile
    var sets: [String: RuleSet] = [:]
    var roles: [String: Role] = [:]
    var files: [ProjectFile] = []
    var projectRules: [String: ConfiguredRule] = [:]
    for file in project.files {
      let folder = Paths.folder(of: file.absolutePath)
      let (name, configured) = try configuration(forFolder: folder, root: project.root)
      let configuration = configured.configuration
      if configuration.excludes(file.absolutePath), forcesExcludes || !named.contains(file.absolutePath) { continue }
      files.append(file)
      let overrides = configuration.overrides(for: file.absolutePath)
      let set = try ruleSet(overrides: overrides, name, configured, profile, root: project.root)
      sets[file.absolutePath] = set
      for rule in set.rules where rule.isProjectRule && projectRules[rule.id] == nil { projectRules[rule.id] = rule }
      roles[file.absolutePath] = configuration.role(of: file.absolutePath)
    }
    // The project's own options win over those of a folder in it.
    let (mainName, main) = try configuration(forFolder: project.root, root: project.root)
    for rule in try ruleSet(overrides: [], mainName, main, profile, root: project.root).rules
    where rule.isProjectRule {
      projectRules[rule.id] = rule
    }
    project.files = files
    var request = Request(
      project: project, frontends: frontends, ruleSet: { [sets] in sets[$0.absolutePath] ?? RuleSet([]) },
      projectRules: projectRules.values.sorted { $0.id < $1.id }, knownRules: Set(headers.keys), jobs: jobs)
    request.activeRules = ruleSets.values.reduce(into: Set(projectRules.keys)) { $0.formUnion($1.rules.map(\.id)) }
    request.excludedPaths = builtIn.vocabulary.lexicons.excludedPaths
    request.configuredRole = { [roles] in roles[$0.absolutePath] }
    return request
  }

  private mutating func ruleSet(
    overrides: [Int], _ name: String, _ configured: Configured, _ profile: Profile, root: String
  ) throws(YAMLError) -> RuleSet {
    let ruff = try ruff(for: configured.configuration, root: root)
    let key = "\(name)\n\(overrides)\n\(profile.rawValue)\n\(ruff == nil ? "" : root)"
    if let set = ruleSets[key] { return set }
    let set = RuleSet(
      try configured.configuration.rules(in: configured.catalog, overrides: overrides, detected: profile, ruff: ruff))
    ruleSets[key] = set
    return set
  }

  /// The repository's configuration of ruff if rules that it covers are skipped.
  private mutating func ruff(
    for configuration: Configuration, root: String
  ) throws(YAMLError) -> RuffConfiguration? {
    guard configuration.skipCoveredBy.contains(.ruff) else { return nil }
    if let known = ruffConfigurations[root] { return known }
    let read = try RuffConfiguration(of: root, workingDirectory: workingDirectory)
    ruffConfigurations[root] = .some(read)
    return read
  }

  /// The configuration for the files of a folder, and a name for it.
  private mutating func configuration(
    forFolder folder: String, root: String
  ) throws(YAMLError) -> (String, Configured) {
    let name: String
    if let known = folders[folder] { name = known } else { name = try file(forFolder: folder, root: root) }
    folders[folder] = name
    if let configured = configurations[name] { return (name, configured) }
    var configuration = name.isEmpty ? Configuration() : try loader.load(name)
    for layer in overlay { configuration.add(layer) }
    let pages = try CustomRuleFiles(workingDirectory: workingDirectory).pages(of: configuration)
    let catalog = pages.isEmpty ? builtIn : try builtIn.adding(pages)
    try configuration.validate(in: catalog)
    let configured = Configured(configuration: configuration, catalog: catalog)
    configurations[name] = configured
    return (name, configured)
  }

  private func file(forFolder folder: String, root: String) throws(YAMLError) -> String {
    if overrides.isIsolated { return "" }
    if let file = overrides.file { return Paths.absolute(file, in: workingDirectory) }
    return try loader.find(from: folder, upTo: root) ?? ""
  }
}
