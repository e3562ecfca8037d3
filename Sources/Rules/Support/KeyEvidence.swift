import Lint

/// What one file says of configuration keys: those that it holds, and the names by which it could reach any.
struct KeyFact: Codable {
  var keys: [ConfigurationEntry] = []
  /// Every name by which the file may read a key.
  var names: [Mentions] = []
  var unpacked = Mentions()

  /// Nil where the file has nothing to say.
  static func read(_ file: SourceFile) -> KeyFact? {
    var fact = KeyFact()
    let model = file.model
    switch file.language {
    case .yaml, .toml:
      fact.keys = ConfigurationEntry.all(in: file)
      fact.names = [model.keys.words]
    case .python, .swift:
      fact.names = [model.mentions, model.calls.texts, model.calls.keywords, model.keys.words, declared(in: model)]
      fact.unpacked = model.keys.unpacked
      if file.role == .library { fact.keys = ConfigurationEntry.all(in: file) }
    case .text where file.reference.path.hasSuffix(".sh"): fact.names = [model.mentions]
    default: return nil
    }
    fact.names.removeAll(where: \.isEmpty)
    return fact.keys.isEmpty && fact.names.isEmpty ? nil : fact
  }

  /// Fields, parameters and options, which a loader may fill from a configuration.
  private static func declared(in model: FileModel) -> Mentions {
    var names = Mentions()
    for declaration in model.declarations where declaration.kind != .module {
      if let option = declaration.option {
        guard option.style.isOfCommand else { continue }
        for spelling in option.spellings { names.insert(Name.canonical(spelling.text)) }
      }
      names.insert(declaration.name.text)
      for parameter in declaration.parameters { names.insert(parameter.name.text) }
    }
    for binding in model.bindings { names.insert(binding.name.text) }
    return names
  }
}

/// A key of a configuration file, or one that code declares with its default.
struct ConfigurationEntry: Codable {
  var name: String
  /// The names of the sections around it, outermost first.
  var sections: [String]
  var range: SourceRange
  var isSection: Bool
  var isArgument: Bool
  var isAnchored: Bool
  /// A comment says what it is for.
  var isExplained: Bool

  var path: String { (sections + [name]).joined(separator: ".") }

  static func all(in file: SourceFile) -> [ConfigurationEntry] {
    var result: [ConfigurationEntry] = []
    var paths: [Int: [String]] = [:]
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, let key = option.key else { continue }
      var sections: [String]
      if option.style == .configurationNode {
        sections = option.spellings.first?.text.split(separator: ".").dropLast().map(String.init) ?? []
      } else {
        sections = declaration.parent.flatMap { paths[$0] } ?? []
        paths[index] = sections + [declaration.name.text]
      }
      result.append(
        ConfigurationEntry(
          name: declaration.name.text, sections: sections, range: declaration.name.range, isSection: key.isSection,
          isArgument: key.isArgument, isAnchored: key.isAnchored,
          isExplained: option.help != nil || option.hasUnreadableHelp))
    }
    return result
  }
}

/// The names by which a repository's code and configurations may reach a key.
struct KeyEvidence {
  private var names = Mentions()
  private var unpacked = Mentions()

  init(_ facts: some Sequence<KeyFact>) {
    for fact in facts {
      for mentions in fact.names { names.formUnion(mentions) }
      unpacked.formUnion(fact.unpacked)
    }
  }

  /// Whether anything could read a key of this name: by the name, or by one that is put together of its parts.
  func reaches(_ key: String) -> Bool {
    if names.contains(key) || names.contains(Name.canonical(key)) { return true }
    for place in key.utf8.indices.dropFirst() where key.utf8[place] == UInt8(ascii: "_") {
      let after = key.utf8.index(after: place)
      if after < key.endIndex, names.contains(String(key[..<after])) || names.contains(String(key[place...])) {
        return true
      }
    }
    return false
  }

  /// Whether a mapping of this name is handed on whole, as the keywords of some call.
  func unpacks(_ section: String) -> Bool {
    if unpacked.contains(section) { return true }
    return ["config", "cfg", "conf", "kwargs", "args", "params", "options", "opts", "dict"].contains {
      unpacked.contains("\(section)_\($0)")
    }
  }
}
