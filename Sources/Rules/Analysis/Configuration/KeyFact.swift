import LintModel
import LintSourceText

/// The configuration keys that one file contains, and the names with which it may read keys of any file.
struct KeyFact {
  var keys: [ConfigurationEntry] = []
  /// All names with which the file may read a key.
  var names: [IdentifierSet] = []
  var unpacked = IdentifierSet()
  /// Names with which values of the file refer to its own keys.
  var own = IdentifierSet()
  /// The frameworks it imports that read the keys of a configuration themselves.
  var frameworks: Set<String> = []

  /// Nil if the file has neither keys nor names.
  static func read(_ file: SourceFile) -> KeyFact? {
    var fact = KeyFact()
    let model = file.model
    switch file.language {
    case .yaml, .toml, .gin:
      fact.keys = ConfigurationEntry.all(in: file)
      fact.names = [model.keys.words]
      fact.own = model.keys.ownWords
    case .python, .swift:
      fact.names = [model.mentions, model.calls.texts, model.calls.keywords, model.keys.words, declared(in: file)]
      fact.unpacked = model.keys.unpacked
      for item in model.imports where item.level == 0 {
        let package = String(item.module.prefix { $0 != "." })
        if Self.frameworks.contains(package) { fact.frameworks.insert(package) }
      }
      if file.role == .library { fact.keys = ConfigurationEntry.all(in: file) }
    case .text where file.reference.projectPath.hasSuffix(".sh"): fact.names = [model.mentions]
    default: return nil
    }
    fact.names.removeAll(where: \.isEmpty)
    return fact.keys.isEmpty && fact.names.isEmpty ? nil : fact
  }

  /// Frameworks whose configurations hold keys in capitals that only they read.
  private static let frameworks: Set<String> = ["detectron2", "fastreid", "maskrcnn_benchmark", "slowfast"]

  /// Fields, parameters and options, which a loader may set from a configuration; in Python only the options, since the
  /// project's modules provide the others.
  private static func declared(in file: SourceFile) -> IdentifierSet {
    var names = IdentifierSet()
    let model = file.model
    // By index, because copying each declaration would cost more than everything else.
    for index in model.declarations.indices where model.declarations[index].kind != .module {
      if let option = model.declarations[index].option {
        guard option.style.isOfCommand else { continue }
        for spelling in option.spellings { names.insert(Name.canonical(spelling.text)) }
      }
      if file.language == .python { continue }
      names.insert(model.declarations[index].name.text)
      for parameter in model.declarations[index].parameters { names.insert(parameter.name.text) }
    }
    // Configurations are often nested classes.
    for binding in model.bindings where binding.owner > 0 && model.declarations[binding.owner].parent ?? 0 > 0 {
      names.insert(binding.name.text)
    }
    return names
  }
}

/// A key of a configuration file, or one that code declares with its default.
struct ConfigurationEntry {
  var name: String
  /// The names of the sections around it, outermost first.
  var sections: [String]
  var range: SourceRange
  var isSection: Bool
  var isArgument: Bool
  var isAnchored: Bool
  /// Whether a comment explains it.
  var isExplained: Bool

  var path: String { (sections + [name]).joined(separator: ".") }

  /// The key as it is read if its file is nested under another file's sections.
  func below(_ outer: [String]) -> ConfigurationEntry {
    var entry = self
    entry.sections.insert(contentsOf: outer, at: 0)
    return entry
  }

  static func all(in file: SourceFile) -> [ConfigurationEntry] {
    var result: [ConfigurationEntry] = []
    var paths: [Int: [String]] = [:]
    for index in file.model.declarations.indices where file.model.declarations[index].option != nil {
      let declaration = file.model.declarations[index]
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
