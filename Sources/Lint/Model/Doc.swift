import LintSourceText

/// The documentation of a declaration: a docstring or a DocC comment, read into one shape.
public struct Doc: Sendable {
  public enum Style: String, Sendable { case plain, google, numpy, sphinx, epytext, markdown, docC }

  /// A documented parameter, error or value, with its own place, so that a finding can point at the line.
  public struct Entry: Sendable {
    /// The name as documented, without stars or quotes; empty if a style names none (`Returns:`).
    public var name: Name
    /// The type as documented.
    public var type: String?
    public var text: String
    /// The whole entry.
    public var range: SourceRange
    /// True if its text refers to another description: "see parameters for `Scaling`".
    public var refersElsewhere = false

    public init(name: Name, type: String? = nil, text: String, range: SourceRange) {
      self.name = name
      self.type = type
      self.text = text
      self.range = range
    }
  }

  public var style: Style
  /// The text between the quotes, or of the comment's lines.
  public var range: SourceRange
  public var summary: String
  /// Entries of the sections that describe parameters, in order; one for each name of `x, y : int`.
  public var parameters: [Entry]
  public var returns: [Entry]
  public var raises: [Entry]
  /// The code of each example.
  public var examples: [SourceRange]
  /// The names of the sections found, in lower case: ["args", "returns"].
  public var sections: [String]
  /// True if the text says it takes its contents from elsewhere: `{inheritdoc}`, `See base class`, a `%(params)s`
  /// template.
  public var isInherited = false

  public init(
    style: Style, range: SourceRange, summary: String = "", parameters: [Entry] = [], returns: [Entry] = [],
    raises: [Entry] = [], examples: [SourceRange] = [], sections: [String] = []
  ) {
    self.style = style
    self.range = range
    self.summary = summary
    self.parameters = parameters
    self.returns = returns
    self.raises = raises
    self.examples = examples
    self.sections = sections
  }
}
