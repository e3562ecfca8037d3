import LintSourceText

/// How a file parses a command line, apart from the options among its declarations.
public struct ArgumentParsing: Sendable {
  /// True if options of argparse are declared here, for a parser of this file or of another.
  public var declaresArguments = false
  /// True if the file parses a command line: `parser.parse_args()`, a click command, `tyro.cli(Args)`.
  public var isParsed = false
  /// True if it may take options that its declarations do not show: `parse_known_args`, parents, flags of imported
  /// modules, a parser handed to other files, spellings that are computed.
  public var isOpen = false
  /// Functions of other files that add options, as written: `add_common_options`, `options.get_parser`.
  public var sources: [String] = []
  /// True if its parsers have subcommands: `add_subparsers()`.
  public var hasCommands = false
  /// True if unknown options are dropped silently.
  public var ignoresUnknown = false
  /// Callees in other files that receive the parsed values, as written: `Trainer.from_args`; `?` if unnamed.
  public var receivers: [String] = []
  /// Functions of this file that return the parsed values.
  public var providers: [String] = []
  /// True if the parsed values are stored in an object or a collection, from which other files may take them.
  public var isKept = false
  /// True if the parsed values, as a whole, are logged with a run: `wandb.init(config=args)`.
  public var isRecorded = false
  /// True if the values are read by names that the code computes, or all at once: `**vars(args)`.
  public var isSpread = false

  /// The options that the file reads where it has parsed them and declares none of that name, nor could anything else.
  public var undeclared: [Name] = []

  public init() {}
}

/// The options that a file's command line accepts, and whether the list is complete.
public struct AcceptedOptions: Sendable, Codable, Equatable {
  /// As a user types them: `--lr`, `-l`.
  package private(set) var spellings: Set<String> = []
  /// Names of the positional arguments.
  package private(set) var positionals: Set<String> = []
  /// The allowed values of options that list them, by spelling.
  package private(set) var choices: [String: [String]] = [:]
  /// True if it may accept positional words: subcommands, or words that the file reads from `sys.argv` itself.
  package private(set) var takesWords: Bool
  /// True if only `spellings`, and what `sources` add, is accepted.
  package private(set) var isClosed: Bool
  /// True if unknown options are ignored instead of rejected.
  public let ignoresUnknown: Bool
  /// True if the file hands arguments to a parser; else it declares options for other files.
  public let isParsed: Bool
  /// Functions of other files that add options, with their full paths where imports tell them.
  public let sources: [String]

  /// Nil if the file neither parses a command line nor declares arguments for one.
  public init?(_ file: SourceFile) {
    let model = file.model
    let line = model.commandLine
    guard line.isParsed || line.declaresArguments else { return nil }
    isClosed = !line.isOpen
    ignoresUnknown = line.ignoresUnknown
    isParsed = line.isParsed
    sources = line.sources.map { file.importedNames.path(of: $0) ?? $0 }
    spellings = ["-h", "--help", "--version"]
    takesWords =
      line.hasCommands || ["argv", "from_cli", "REMAINDER"].contains(where: model.mentions.contains)
      || model.declarations.contains { $0.option.map { $0.style.isOfCommand && $0.style != .argparse } ?? false }
    var unrestricted: Set<String> = []
    for option in model.declarations.lazy.compactMap(\.option) where option.style.isOfCommand {
      if option.choices.isEmpty { unrestricted.formUnion(option.mentionForms) }
      for form in option.mentionForms {
        if form.hasPrefix("-") { insert(form, of: option) } else { positionals.insert(form) }
        if !option.choices.isEmpty, form.hasPrefix("-") {
          // Two parsers of a file may have an option of one name.
          choices[form] = choices[form, default: []] + option.choices
        }
      }
    }
    for form in unrestricted { choices[form] = nil }
  }

  /// Adds what another file declares; nil for a file that was not read.
  public mutating func merge(_ other: AcceptedOptions?) {
    spellings.formUnion(other?.spellings ?? [])
    positionals.formUnion(other?.positionals ?? [])
    choices.merge(other?.choices ?? [:]) { $0 + $1 }
    takesWords = takesWords || other?.takesWords != false
    isClosed = isClosed && other?.isClosed == true
  }

  private mutating func insert(_ form: String, of option: OptionDetails) {
    spellings.insert(form)
    guard form.hasPrefix("--") else { return }
    // Both signs between words are accepted by all that make flags of names.
    if option.style != .argparse {
      spellings.insert(form.replacing("_", with: "-"))
      spellings.insert("--" + form.dropFirst(2).replacing("-", with: "_"))
    }
    guard option.isSwitch || option.action?.hasSuffix("BooleanOptionalAction") == true else { return }
    for prefix in ["--no-", "--no_", "--no"] { spellings.insert(prefix + form.dropFirst(2)) }
  }

  /// Whether the command line may take a flag as typed: `--lr`, `--lr=0.1`, an abbreviation, a cluster of letters.
  public func accepts(_ flag: String) -> Bool {
    let name = flag.prefix { $0 != "=" }
    guard isClosed, !spellings.contains(String(name)) else { return true }
    if name.hasPrefix("--") { return name.count > 3 && spellings.contains { $0.hasPrefix(name) } }
    // `-n4`, `-xvf`, and an abbreviation of `-batch_size`
    return spellings.contains { $0 != "-h" && ($0.count == 2 && name.hasPrefix($0) || $0.hasPrefix(name)) }
  }
}
