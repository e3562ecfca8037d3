import LintModel
import LintSourceText

/// What one file tells of the options that it declares, and of the names by which it may read those of others.
struct OptionUse: Codable {
  /// An option that its own file does not read.
  struct Unread: Codable {
    var spelling: Name
    /// The name by which the program would read it.
    var destination: String
    var symbol: String
    var style: OptionDetails.Style
    /// The class whose field it is, or in whose method it is declared, and that method.
    var type: String?
    var method: String?
    /// The classes that this class inherits from: their full paths where imports tell them.
    var bases: [String] = []
  }

  var unread: [Unread] = []
  var isParsed = false
  var isSpread = false
  var isRecorded = false
  /// Whether the parsed values can be reached from other files.
  var isShared = false
  /// The full paths of what is handed the values where imports tell them, and else the names as written.
  var receivers: [String] = []
  /// What it imports, leading dots left out: modules, and names of modules, which may be modules too.
  var imported: Set<String> = []
  var definesFlags = false
  var mentions: Mentions
  var texts: Mentions

  /// Nil where the file has nothing to say.
  init?(_ file: SourceFile, where isJudged: (OptionDetails) -> Bool) {
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
      // What the file computes and stores under the option's name is a note, not a wish of the user's.
      guard isJudged(option), !model.setAttributes.contains(option.destination),
        option.style != .swiftArgumentParser || !Self.isNamedAgain(declaration.name.text, in: file.text)
      else { continue }
      unread.append(Self.unread(option, declaration, at: index, in: file))
    }
  }

  /// Whether a text has an identifier in more places than the one that declares it.
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
      method: owners.first.flatMap { $0.kind == .method ? $0.name.text : nil },
      bases: type?.bases.map { file.importedNames.path(of: $0) ?? $0 } ?? [])
  }
}
