import LintSourceText

/// One parameter of a function, method or initializer. `self` and `cls` are left out.
package struct Parameter: Sendable {
  /// How a caller passes it. In Swift a parameter without label is positional only, one with a label keyword only,
  /// though its place is fixed.
  package enum Kind: String, Codable, Sendable {
    case positionalOnly, positionalOrKeyword, variadicPositional, keywordOnly, variadicKeyword
  }

  /// What the body does with a parameter, as far as it decides what the parameter means.
  package enum Meaning: String, Codable, Sendable {
    /// Selects one of an array's axes: passed to a reduction, used as `x.shape[dim]`, compared with 0.
    case axis
    /// Has the default of an axis, but the body does not show it.
    case possibleAxis
    /// Counts elements: passed to a layer as its width, multiplied, divided.
    case size
    case unknown
  }

  /// How a body reads a parameter.
  package struct Use: Sendable, Equatable {
    /// True if the body names it, or looks at all of its names at once, as `locals()` does.
    package var isRead = true
    /// The texts by which the body looks into it, in order: `lr` of `config["lr"]`, `config.get("lr")`, `"lr" in config`.
    package var keys: [String] = []
    /// True if the body does anything else with it than look up such keys.
    package var isPassedOn = false
    /// True if a comment beside it says that it is not read, or who asks for it.
    package var isAcknowledged = false

    package init() {}
  }

  /// The internal name, which the body and the documentation use.
  package var name: Name
  /// What a caller writes in Swift, where it differs from `name`; `_` for none.
  package var label: Name?
  package var kind: Kind
  /// The type as written.
  package var annotation: String?
  /// The default value as written.
  package var defaultValue: String?
  package var defaultRange: SourceRange?
  /// Decided by use, for names such as `dim` that mean different things in different bodies.
  package var meaning: Meaning
  /// What the body does with its value, as far as a body is at hand.
  package var use = Use()
  /// The keywords under which the body hands the bare parameter on: `torch.sum(x, dim=axis)` gives `axis` [dim].
  package var passedAs: [String]

  package init(
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

  /// The name that a caller knows it by: the label in Swift, the name in Python.
  package var publicName: Name { label.map { $0.text == "_" ? name : $0 } ?? name }
  package var isVariadic: Bool { kind == .variadicPositional || kind == .variadicKeyword }
}
