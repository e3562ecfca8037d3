import LintSourceText

/// One use of a name that an example imports, reads, or calls.
public struct ExampleUse: Sendable, Codable {
  /// The arguments of a call.
  public struct Passed: Sendable, Codable {
    public struct Keyword: Sendable, Codable {
      public var name: String
      public var range: SourceRange

      public init(name: String, range: SourceRange) {
        self.name = name
        self.range = range
      }
    }

    /// The number of positional arguments.
    public var count: Int
    public var keywords: [Keyword]
    /// True if `*values`, `**values`, `...` or a comment in place of arguments leaves open what else is passed.
    public var isOpen: Bool

    public init(count: Int, keywords: [Keyword], isOpen: Bool) {
      self.count = count
      self.keywords = keywords
      self.isOpen = isOpen
    }
  }

  /// The full dotted path through the imports: `keras.layers.Dense`.
  public var path: String
  /// The attribute of the result of calling `path`: `fit` of `model.fit`, after `model = keras.Sequential()`.
  public var member: String?
  /// Where the last parts of the path stand, or the member; the last name last.
  public var ranges: [SourceRange]
  /// The arguments, if it is called.
  public var passed: Passed?
  /// Whether `path` is what an `import` statement names.
  public var isImport = false
  /// Whether nothing in the example says where its first name comes from.
  public var isImplicit = false

  public init(path: String, member: String? = nil, ranges: [SourceRange], passed: Passed? = nil) {
    self.path = path
    self.member = member
    self.ranges = ranges
    self.passed = passed
  }
}
