import LintSourceText

/// One parameter of a function, method or initializer. `self` and `cls` are left out.
public struct Parameter: Sendable {
  /// How a caller passes it. In Swift a parameter without label is positional only, one with a label keyword only,
  /// though its place is fixed.
  public enum Kind: String, Codable, Sendable {
    case positionalOnly, positionalOrKeyword, variadicPositional, keywordOnly, variadicKeyword
  }

  /// What the body does with a parameter, as far as it decides what the parameter means.
  public enum Meaning: String, Codable, Sendable {
    /// Selects one of an array's axes: passed to a reduction, used as `x.shape[dim]`, compared with 0.
    case axis
    /// Has the default of an axis, but the body does not show it.
    case possibleAxis
    /// Counts elements: passed to a layer as its width, multiplied, divided.
    case size
    case unknown
  }

  /// How a body reads a parameter.
  public struct Use: Sendable, Equatable {
    /// True if the body names it, or looks at all of its names at once, as `locals()` does.
    public var isRead = true
    /// The texts by which the body looks into it, in order: `lr` of `config["lr"]`, `config.get("lr")`, `"lr" in config`.
    public var keys: [String] = []
    /// True if the body does anything else with it than look up such keys.
    public var isPassedOn = false
    /// True if a comment next to it says that it is unused, or what requires it.
    public var isAcknowledged = false

    public init() {}
  }

  /// The internal name, which the body and the documentation use.
  public var name: Name
  /// What a caller writes in Swift, where it differs from `name`; `_` for none.
  public var label: Name?
  public var kind: Kind
  /// The type as written.
  public var annotation: String?
  /// The default value as written.
  public var defaultValue: String?
  public var defaultRange: SourceRange?
  /// Decided by use, for names such as `dim` that mean different things in different bodies.
  public var meaning: Meaning
  /// How the body uses its value, if there is a body.
  public var use = Use()
  /// The keywords under which the body passes the parameter on: `torch.sum(x, dim=axis)` gives `axis` [dim].
  public var passedAs: [String]

  public init(
    name: Name, label: Name? = nil, kind: Kind = .positionalOrKeyword, annotation: String? = nil,
    defaultValue: String? = nil, defaultRange: SourceRange? = nil, meaning: Meaning = .unknown, passedAs: [String] = []
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.annotation = annotation
    self.defaultValue = defaultValue
    self.defaultRange = defaultRange
    self.meaning = meaning
    self.passedAs = passedAs
  }

  /// The name that callers use: the label in Swift, the name in Python.
  public var publicName: Name { label.map { $0.text == "_" ? name : $0 } ?? name }
  public var isVariadic: Bool { kind == .variadicPositional || kind == .variadicKeyword }
}
