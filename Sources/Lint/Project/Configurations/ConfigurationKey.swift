import LintModel
import LintSourceText

/// A key of a configuration file, as far as it could be read.
struct ConfigurationKey: Sendable {
  enum Value: Sendable {
    /// The value as a Python default: `0.1`, `True`, `"adam"`; nil if it has no equivalent.
    case scalar(String?)
    case list, mapping
  }

  var name: Name
  /// Index of the key whose value it is part of.
  var parent: Int?
  var value = Value.scalar(nil)
  var details = OptionDetails.Key()
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

  /// Takes the keys of a configuration as options, and what its values refer to; nothing where the file is a tool's,
  /// or no configuration.
  static func lower(_ text: SourceText, _ file: FileReference, into model: inout FileModel) {
    guard [.configuration, .example, .script].contains(file.role), mayBeOwn(file.path) else { return }
    let keys: [ConfigurationKey]
    switch file.language {
    case .yaml:
      let contents = YAMLKeys.read(text.bytes)
      keys = contents.keys
      model.keys.words = contents.references
      model.keys.ownWords = contents.ownReferences
      noteReferencesInComments(text.bytes, &model.keys.ownWords)
      model.configuredCalls = contents.calls
    case .toml: keys = TOMLKeys.read(text.bytes)
    case .gin:
      let contents = GinReader.read(text.bytes)
      keys = contents.macros.map { ConfigurationKey(name: $0, parent: nil) }
      model.keys.words = contents.references
      model.configuredCalls = contents.calls
    default: return
    }
    model.declarations = self.keys(keys).map { key in
      var option = OptionDetails(style: .configurationKey, spellings: [key.name])
      option.key = key.details
      explain(&option, in: text.bytes)
      switch key.value {
      case .scalar(let value): option.defaultValue = value
      case .list: option.type = "list"
      case .mapping:
        option.type = "dict"
        option.key?.isSection = true
      }
      return Declaration(
        kind: .option, name: key.name, parent: key.parent, range: key.name.range, flags: [.isPublic], option: option)
    }
  }

  /// The keys that a text holds, those marked that are another thing's parameters; none if they are a tool's.
  static func keys(_ keys: [ConfigurationKey]) -> [ConfigurationKey] {
    if isTools(keys.lazy.filter { $0.parent == nil }.map(\.name.text)) { return [] }
    var keys = keys
    noteArguments(in: &keys)
    return keys
  }

  /// Takes the comment on a key for its help.
  private static func explain(_ option: inout OptionDetails, in bytes: [UInt8]) {
    guard let range = option.spellings.first?.range else { return }
    switch KeyComment.find(in: bytes, from: Int(range.start), to: Int(range.end)) {
    case .own(let comment):
      let text = String(decoding: bytes[from: Int(comment.start), to: Int(comment.end)], as: UTF8.self)
      option.help = MessageTemplate(range: comment, pieces: [MessageTemplate.Piece(.literal(text), at: comment)])
    case .ofGroup: option.hasUnreadableHelp = true
    case .none: break
    }
  }

  /// `# - !ref <time_drop>`: what is commented out may come back.
  private static func noteReferencesInComments(_ bytes: [UInt8], _ words: inout IdentifierSet) {
    var rest = bytes[...]
    while let found = Bytes.find("!ref <", in: rest) {
      let name = bytes[(found + 6)...].prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\n") }
      words.insert(bytes: name)
      rest = bytes[name.endIndex...]
    }
  }

  /// Marks the keys that are parameters of what another key names.
  private static func noteArguments(in keys: inout [ConfigurationKey]) {
    let made = Set(keys.lazy.filter { constructors.contains($0.name.text) }.map(\.parent))
    for index in keys.indices {
      let parent = keys[index].parent
      let isBelow =
        parent.map { parent in
          // The entries of a list are alike, and passed on one by one.
          if case .list = keys[parent].value { return true }
          return keys[parent].details.isArgument || isArguments(keys[parent].name.text)
        } ?? false
      if isBelow || made.contains(parent) { keys[index].details.isArgument = true }
    }
  }

  /// `params:` and its like hold the parameters of something that stands elsewhere.
  private static func isArguments(_ name: String) -> Bool {
    ["params", "args", "kwargs", "parameters", "options"].contains(where: name.hasSuffix)
  }

  /// Keys beside which the others are the parameters of what they name.
  private static let constructors: Set<String> = [
    "_target_", "target", "class_path", "type", "_partial_", "__target__",
  ]
  private static let toolFiles: Set<String> = [
    "mllint.yml", "pyproject.toml", "cargo.toml", "netlify.toml", "action.yml", "action.yaml", "mkdocs.yml",
    "codecov.yml", "appveyor.yml", "_config.yml", "conda.yml", "conda.yaml", "meta.yaml", "meta.yml",
    "cloudbuild.yaml", "cog.yaml", "readthedocs.yml", "_toctree.yml", "poetry.toml", "uv.toml", "ruff.toml",
    "pixi.toml", "pipfile.toml", "dvc.yaml", "values.yaml", "_quarto.yml", "pnpm-lock.yaml", "metafile.yml",
  ]
  private static let toolKeys: Set<String> = [
    "jobs", "services", "channels", "apiVersion", "repos", "site_name", "pipelines", "build-system", "tool", "openapi",
    "swagger", "cff-version", "sphinx", "workflows", "trigger", "runs-on",
  ]
}
