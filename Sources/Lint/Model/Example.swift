/// Code that shows how to use something: a block of a document, of a docstring, or a whole notebook or example script.
public struct Example: Sendable {
  /// Where it was found.
  public enum Form: String, Sendable, Codable {
    case document, docstring
    /// A notebook, or a script that is there to be read.
    case file
  }

  public var form: Form
  /// What its fence or directive says it is, in lower case: `python`, `bash`; empty where it says nothing.
  public var language: String
  /// The code, prompts and margin left out, and where its lines stand; empty for a file.
  public var code = ExampleText()
  /// The whole block.
  public var range: SourceRange
  /// True where the code stood after `>>>`.
  public var hasPrompts = false
  /// What it uses of what it imports.
  public var uses: [ExampleUse] = []
  /// The names that it defines itself.
  public var definitions: Set<String> = []
  /// Where it does not follow its language's grammar.
  public var syntaxErrors: [SyntaxProblem] = []

  public init(form: Form, language: String, range: SourceRange) {
    self.form = form
    self.language = language
    self.range = range
  }
}

/// One use of a name that an example imports, reads, or calls.
public struct ExampleUse: Sendable, Codable {
  /// What a call hands over.
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
    /// True where `*values`, `**values`, `...` or a comment in place of arguments leaves open what else is passed.
    public var isOpen: Bool

    public init(count: Int, keywords: [Keyword], isOpen: Bool) {
      self.count = count
      self.keywords = keywords
      self.isOpen = isOpen
    }
  }

  /// The full dotted path through the imports: `keras.layers.Dense`.
  public var path: String
  /// The attribute of what a call of `path` gave: `fit` of `model.fit`, after `model = keras.Sequential()`.
  public var member: String?
  /// Where the last parts of the path stand, or the member; the last name last.
  public var ranges: [SourceRange]
  /// What is passed where it is called.
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

/// Code taken out of a text, line by line, that knows where each line stood.
public struct ExampleText: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Where each line begins here and in the file.
  private var lines: [(start: UInt32, place: UInt32)] = []

  public init() {}

  public var isEmpty: Bool { bytes.isEmpty }

  /// Adds a line that stands at an offset of the file, without its ending.
  public mutating func add(_ line: ArraySlice<UInt8>, at place: Int) {
    lines.append((UInt32(bytes.count), UInt32(place)))
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Takes back all lines from an offset on.
  mutating func cut(to start: Int) {
    bytes.removeSubrange(min(start, bytes.count)...)
    lines.removeAll { $0.start >= start }
  }

  /// Where a range stands in the file.
  public func range(of range: SourceRange) -> SourceRange {
    let start = place(of: range.start)
    let end = range.isEmpty ? start : place(of: range.end - 1) + 1
    return SourceRange(start: start, end: max(start, end))
  }

  private func place(of offset: UInt32) -> UInt32 {
    var low = 0
    var high = lines.count
    guard high > 0 else { return 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return lines[low].place + (offset - lines[low].start)
  }
}
