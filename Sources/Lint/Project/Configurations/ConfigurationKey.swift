/// A key of a configuration file, as far as it could be read.
struct ConfigurationKey: Sendable {
  enum Value: Sendable {
    /// As a signature of Python would have it as a default: `0.1`, `True`, `"adam"`; nil where nothing can be said of it.
    case scalar(String?)
    case list, mapping
  }

  var name: Name
  /// Index of the key whose value it is part of.
  var parent: Int?
  var value = Value.scalar(nil)
}

/// Tells the configuration of the project's own code from that of the tools around it.
enum ConfigurationKind {
  /// More keys than this are data.
  static let maximumKeys = 5_000

  /// Whether a path may be a configuration of the project's own code.
  static func mayBeOwn(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }) else {
      return false
    }
    return !toolFiles.contains(name.lowercased()) && !parts.contains("meta") && !name.hasPrefix("environment")
      && !name.hasPrefix("docker-compose") && !name.hasPrefix("azure-pipelines")
  }

  /// Whether top-level keys are those of a tool: a workflow, a container's services, an environment.
  static func isTools(_ keys: some Sequence<String>) -> Bool { keys.contains(where: toolKeys.contains) }

  /// The keys of a configuration as options; none where the file is a tool's, or no configuration.
  static func options(of text: SourceText, _ file: FileReference) -> [Declaration] {
    guard file.role == .configuration, mayBeOwn(file.path) else { return [] }
    let keys: [ConfigurationKey]
    switch file.language {
    case .yaml: keys = YAMLKeys.read(text.bytes)
    case .toml: keys = TOMLKeys.read(text.bytes)
    default: return []
    }
    if isTools(keys.lazy.filter { $0.parent == nil }.map(\.name.text)) { return [] }
    return keys.map { key in
      var option = OptionDetails(style: .configurationKey, spellings: [key.name])
      switch key.value {
      case .scalar(let value): option.defaultValue = value
      case .list: option.type = "list"
      case .mapping: option.type = "dict"
      }
      return Declaration(
        kind: .option, name: key.name, parent: key.parent, range: key.name.range, flags: [.isPublic], option: option)
    }
  }

  private static let toolFiles: Set<String> = [
    "mllint.yml", "pyproject.toml", "cargo.toml", "netlify.toml", "action.yml", "action.yaml", "mkdocs.yml",
    "codecov.yml", "appveyor.yml", "_config.yml", "conda.yml", "conda.yaml", "meta.yaml", "meta.yml",
    "cloudbuild.yaml", "cog.yaml", "readthedocs.yml", "_toctree.yml", "poetry.toml", "uv.toml", "ruff.toml",
    "pixi.toml", "pipfile.toml",
  ]
  private static let toolKeys: Set<String> = [
    "jobs", "services", "channels", "apiVersion", "repos", "site_name", "pipelines", "build-system", "tool", "openapi",
    "swagger", "cff-version", "sphinx", "workflows", "trigger", "runs-on",
  ]
}
