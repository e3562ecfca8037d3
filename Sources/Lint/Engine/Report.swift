/// What a rule says: lower case, no full stop, what is wrong with the names and values at hand, then what to do.
///
/// Rules keep theirs as `fileprivate static func`s in an extension at the end of their file.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation {
  public var text: String
  public init(stringLiteral text: String) { self.text = text }
}

/// A place in a file of the project.
public struct Location: Hashable, Sendable, Codable {
  public var path: String
  public var range: SourceRange

  public init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}

/// One flaw at one place.
public struct Finding: Sendable {
  public var rule: String
  public var severity: Severity = .warning
  /// What it is at most, whatever its rule's severity: some of a rule's findings are only worth knowing.
  public var ceiling: Severity?
  public var location: Location
  /// The qualified name of the innermost declaration around it.
  public var symbol: String
  public var message: String
  /// Places that show why: at most 5.
  public var related: [Evidence] = []
  public var fix: Fix?
  /// The number of flaws that it sums up; nil for a finding that is one flaw. A baseline tolerates them by number.
  public var count: Int?
  /// From 0 to 1; nil where a rule has no measure of its own.
  public var confidence: Double?

  public init(rule: String, location: Location, symbol: String, message: String) {
    self.rule = rule
    self.location = location
    self.symbol = symbol
    self.message = message
  }
}

/// How much a finding weighs: worth knowing, worth changing, or nothing that can be meant.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  case note, warning, error

  public static func < (left: Severity, right: Severity) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// A place that supports a finding.
public struct Evidence: Sendable {
  public var location: Location
  public var message: String

  public init(_ message: String, at location: Location) {
    self.location = location
    self.message = message
  }
}

/// A change that would mend a finding.
public struct Fix: Sendable {
  public struct Edit: Sendable {
    public var range: SourceRange
    public var replacement: String

    public init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What the change does, in the imperative.
  public var title: String
  /// Safe: the program does the same. Otherwise only with --unsafe-fixes.
  public var isSafe: Bool
  public var edits: [Edit]

  public init(_ title: String, isSafe: Bool, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}

/// Collects a rule's findings.
public struct Report: Sendable {
  public private(set) var findings: [Finding] = []
  private let rule: String

  public init(rule: String) { self.rule = rule }

  /// Adds a finding in the file under check.
  public mutating func add(
    _ message: Message, at range: SourceRange, in file: SourceFile, of declaration: Int? = nil,
    related: [Evidence] = [], fix: Fix? = nil, count: Int? = nil
  ) {
    add(
      message, at: Location(path: file.reference.path, range: range), symbol: file.symbol(of: declaration),
      related: related, fix: fix, count: count)
  }

  /// Adds a finding of a project rule.
  public mutating func add(
    _ message: Message, at location: Location, symbol: String, related: [Evidence] = [], fix: Fix? = nil,
    confidence: Double? = nil, ceiling: Severity? = nil, count: Int? = nil
  ) {
    var finding = Finding(rule: rule, location: location, symbol: symbol, message: message.text)
    finding.related = related
    finding.fix = fix
    finding.confidence = confidence
    finding.ceiling = ceiling
    finding.count = count
    findings.append(finding)
  }
}
