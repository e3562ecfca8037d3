/// What makes a declaration an option: how a user spells it, and what tells the user about it.
public struct OptionDetails: Sendable {
  /// The library or construct that declares it.
  public enum Style: String, Codable, Sendable {
    case argparse, click, typer, absl, tensorflowFlags, dataclass, swiftArgumentParser
    /// A key of a YAML or TOML file that configures the project's own code; its `parent` is the key around it.
    case configurationKey
  }

  public var style: Style
  /// As a user types it, longest first: `["--learning-rate", "-l"]`; one bare name for a positional or a field.
  public var spellings: [Name]
  public var help: Text?
  /// True where the help is computed or taken from elsewhere, so that nothing can be said of its text.
  public var hasUnreadableHelp: Bool
  /// True for options that are hidden on purpose (`help=SUPPRESS`, `hidden=True`, `visibility: .hidden`).
  public var isHidden: Bool
  /// `type=` or the annotation, as written.
  public var type: String?
  /// argparse's `action=`, as written without quotes.
  public var action: String?
  public var defaultValue: String?
  /// The argument at fault in a boolean that cannot be set as its user would expect, e.g. `type=bool`.
  public var brokenBoolean: BrokenBoolean?

  public struct BrokenBoolean: Sendable {
    public enum Flaw: String, Sendable {
      /// `type=bool`: every non-empty text, "False" too, is true.
      case anyTextIsTrue
      /// `store_true` with a default of true (or the reverse): giving the flag changes nothing.
      case cannotBeSwitched
    }

    public var flaw: Flaw
    public var range: SourceRange

    public init(_ flaw: Flaw, at range: SourceRange) {
      self.flaw = flaw
      self.range = range
    }
  }

  public init(
    style: Style, spellings: [Name], help: Text? = nil, hasUnreadableHelp: Bool = false, isHidden: Bool = false,
    type: String? = nil, action: String? = nil, defaultValue: String? = nil, brokenBoolean: BrokenBoolean? = nil
  ) {
    self.style = style
    self.spellings = spellings
    self.help = help
    self.hasUnreadableHelp = hasUnreadableHelp
    self.isHidden = isHidden
    self.type = type
    self.action = action
    self.defaultValue = defaultValue
    self.brokenBoolean = brokenBoolean
  }
}
