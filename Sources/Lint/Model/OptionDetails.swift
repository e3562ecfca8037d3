import LintSourceText

/// The option aspect of a declaration: how users spell it and how it is documented.
public struct OptionDetails: Sendable {
  /// The library or construct that declares it.
  public enum Style: String, Codable, Sendable {
    case argparse, click, typer, absl, tensorflowFlags, dataclass, swiftArgumentParser
    /// A parameter of a function or class that one of these makes a command of.
    case fire, jsonargparse, tyro
    /// A key of a YAML or TOML file that configures the project's own code; its `parent` is the key around it.
    case configurationKey
    /// A key that code declares with its default: yacs' `_C.SOLVER.LR = 0.1`, `config.lr = 0.1` of ml_collections. Its
    /// spelling is the whole path.
    case configurationNode
    /// A variable of the process's environment that code reads.
    case environmentVariable

    /// Whether its options are given on a command line.
    public var isOfCommand: Bool {
      switch self {
      case .configurationKey, .configurationNode, .environmentVariable: false
      default: true
      }
    }
  }

  /// What a key of a configuration is, beyond its name and value.
  public struct Key: Sendable {
    /// A parameter of the callable that another key names: below a tag, `params:`, or next to `_target_:`.
    public var isArgument = false
    /// It holds other keys, directly or in a list.
    public var isSection = false
    /// Its value has an anchor that other values refer to.
    public var isAnchored = false

    public init() {}
  }

  public var style: Style
  /// As a user types it, longest first: `["--learning-rate", "-l"]`; one bare name for a positional or a field.
  public var spellings: [Name]
  public var help: MessageTemplate?
  /// True if the help text is computed or defined elsewhere, so it cannot be checked.
  public var hasUnreadableHelp: Bool
  /// True for options that are hidden on purpose (`help=SUPPRESS`, `hidden=True`, `visibility: .hidden`).
  public var isHidden: Bool
  /// `type=` or the annotation, as written.
  public var type: String?
  /// argparse's `action=`, as written without quotes.
  public var action: String?
  /// The default as written, or the value of a constant in the same file; nil if there is none or if it is
  /// set elsewhere.
  public var defaultValue: String?
  /// The name that the default is given by; nil if it is written out.
  public var defaultConstant: String?
  /// The name by which the program reads it: `learning_rate` of `--learning-rate`.
  public var destination = ""
  /// True if it may only be one of some listed values.
  public var hasChoices = false
  /// The values that it may be, where all are written out: `choices=["sum", "mean"]`.
  public var choices: [String] = []
  /// True if its own file reads it.
  public var isRead = false
  /// The argument at fault in a boolean that cannot be set as its user would expect, e.g. `type=bool`.
  public var brokenBoolean: BrokenBoolean?
  /// Of a configuration's key only.
  public var key: Key?

  /// The default that holds where the option says nothing of it: a switch is off.
  public var effectiveDefault: String? {
    switch action {
    case "store_true": defaultValue ?? "False"
    case "store_false": defaultValue ?? "True"
    default: defaultValue
    }
  }

  /// True if it takes no value: given or not.
  public var isSwitch: Bool {
    switch action {
    case "store_true", "store_false", "store_const", "count", "argparse.BooleanOptionalAction": true
    default: type == "bool" || type == "Bool" || type == "boolean" || defaultValue == "True" || defaultValue == "False"
    }
  }

  /// How a document may mention it: its spellings, and for a field the flags that libraries make of it.
  public var mentionForms: [String] {
    var forms = spellings.map(\.text)
    guard style != .argparse, style != .click, style != .swiftArgumentParser, let name = forms.first,
      !name.hasPrefix("-")
    else { return forms }
    forms.append("--\(name)")
    if name.contains("_") { forms.append("--" + name.replacing("_", with: "-")) }
    return forms
  }

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
    style: Style, spellings: [Name], help: MessageTemplate? = nil, hasUnreadableHelp: Bool = false,
    isHidden: Bool = false,
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
