import LintModel
import LintSourceText

/// The options that one file declares, and the names with which it may read options of other files.
struct OptionUse {
  /// An option that its own file does not read.
  struct Unread {
    var spelling: Name
    /// The name with which the program would read it.
    var destination: String
    var symbol: String
    var style: OptionDetails.Style
    /// The class of which it is a field, or in a method of which it is declared, and that method.
    var type: String?
    var method: String?
  }

  var unread: [Unread] = []
  var isParsed = false
  var isSpread = false
  var isRecorded = false
  /// Whether other files can access the parsed values.
  var isShared = false
  /// The callables that receive the values: their full paths if imports show them, otherwise the names as written.
  var receivers: [String] = []
  /// Its imports without leading dots: modules, and names in modules, which may be modules themselves.
  var imported: Set<String> = []
  var definesFlags = false
  /// The fields of its dataclasses: `TrainConfig.lr`.
  var fields: Set<String> = []
  var mentions: IdentifierSet
  var texts: IdentifierSet

  /// Nil for other languages.
  init?(_ file: SourceFile, where isInScope: (OptionDetails) -> Bool) {
    let model = file.model
    guard file.language == .python || file.language == .swift else { return nil }
    mentions = model.mentions
    texts = model.calls.texts
    for item in model.imports {
      imported.insert(item.module)
      for part in item.items { imported.insert(item.module.isEmpty ? part.name : item.module + "." + part.name) }
    }
    let line = model.commandLine
    isParsed = line.isParsed
    isSpread = line.isSpread
    isRecorded = line.isRecorded
    isShared = line.isKept || !line.providers.isEmpty || !line.receivers.isEmpty
    receivers = line.receivers.map { file.importedNames.path(of: $0) ?? $0 }
    for (index, declaration) in model.declarations.enumerated() {
      guard let option = declaration.option else { continue }
      if option.style == .absl || option.style == .tensorflowFlags { definesFlags = true }
      if option.style == .dataclass, let parent = declaration.parent {
        fields.insert("\(model.declarations[parent].name.text).\(declaration.name.text)")
      }
      // A value that the file itself stores under the name of the option does not come from the user.
      guard isInScope(option), !model.setAttributes.contains(option.destination),
        option.style != .swiftArgumentParser || !Self.isNamedAgain(declaration.name.text, in: file.text)
      else { continue }
      unread.append(Self.unread(option, declaration, at: index, in: file))
    }
  }

  /// Whether an identifier occurs in a text outside its declaration.
  private static func isNamedAgain(_ name: String, in text: SourceText) -> Bool {
    let words = text.bytes.split { !$0.isIdentifierByte }
    return words.count { $0.elementsEqual(name.utf8) } > 1
  }

  private static func unread(
    _ option: OptionDetails, _ declaration: Declaration, at index: Int, in file: SourceFile
  ) -> Unread {
    let owners = file.enclosing(declaration.parent)
    let type = owners.first { $0.kind == .type }
    return Unread(
      spelling: option.spellings.first ?? declaration.name,
      destination: option.destination.isEmpty ? declaration.name.text : option.destination,
      symbol: file.symbol(of: index), style: option.style, type: type?.name.text,
      method: owners.first.flatMap { $0.kind == .method ? $0.name.text : nil })
  }
}
