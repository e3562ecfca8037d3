/// What a run is to do.
public struct Request: Sendable {
  public var project: Project
  public var frontends: [any Frontend]
  /// The rules that apply to a file, by its configuration.
  public var ruleSet: @Sendable (ProjectFile) -> RuleSet
  /// Project rules that apply to at least one file, with the options of the project.
  public var projectRules: [AnyRule]
  /// The words that the glossary is inferred with; nil where nobody asks for it.
  public var vocabulary: Vocabulary?
  /// Rules that run on any file.
  public var activeRules: Set<String> = []
  /// Every rule there is, run or not: what a suppression may name.
  public var knownRules: Set<String>
  /// The role that the configuration gives a file; nil leaves it to the file's path and text.
  public var configuredRole: @Sendable (ProjectFile) -> Role? = { _ in nil }
  /// Contents that stand in for what is on the disk, by absolute path: standard input, an editor's buffer.
  public var contents: [String: [UInt8]] = [:]
  /// What tests reach, by the reports that the user named; nil where there are none.
  public var coverage: Coverage?
  /// Worker threads.
  public var jobs: Int
  /// Larger files are not read, in bytes.
  public var maximumFileSize = 20 << 20

  public init(
    project: Project, frontends: [any Frontend], ruleSet: @escaping @Sendable (ProjectFile) -> RuleSet,
    projectRules: [AnyRule], knownRules: Set<String>, jobs: Int = 1
  ) {
    self.project = project
    self.frontends = frontends
    self.ruleSet = ruleSet
    self.projectRules = projectRules
    self.knownRules = knownRules
    vocabulary = projectRules.lazy.compactMap(\.vocabulary).first
    self.jobs = jobs
  }
}

/// The rules that apply to a file, options and severities set. Shared by all files of one configuration.
public final class RuleSet: Sendable {
  public let rules: [AnyRule]
  private let severities: [String: Severity]

  public init(_ rules: [AnyRule]) {
    self.rules = rules
    severities = Dictionary(rules.map { ($0.id, $0.severity) }) { first, _ in first }
  }

  /// The severity of a rule; nil for a rule that does not apply.
  public func severity(of rule: String) -> Severity? { severities[rule] }
}

/// What a run found.
public struct RunResult: Sendable {
  /// Ordered by path, position, rule.
  public var findings: [Finding] = []
  /// The text of each file that a finding or its evidence lies in, by path.
  public var texts: [String: SourceText] = [:]
  /// Files read and reported on, and what they add up to.
  public var files = 0
  public var bytes = 0
  public var lines = 0
  public var suppressed = 0
  /// Findings that a baseline tolerates, and which are left out.
  public var baselined = 0
  /// True where a file or folder could not be read: the answer is incomplete.
  public var isIncomplete = false

  public init() {}

  /// Joins the result of another project.
  public mutating func merge(_ other: RunResult) {
    findings += other.findings
    texts.merge(other.texts) { first, _ in first }
    files += other.files
    bytes += other.bytes
    lines += other.lines
    suppressed += other.suppressed
    baselined += other.baselined
    isIncomplete = isIncomplete || other.isIncomplete
    findings.sort(by: Finding.precedes)
  }
}

extension Finding {
  /// By path, position, rule, message.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.location.path != right.location.path { return Paths.precedes(left.location.path, right.location.path) }
    if left.location.range != right.location.range { return left.location.range < right.location.range }
    if left.rule != right.rule { return Paths.precedes(left.rule, right.rule) }
    return Paths.precedes(left.message, right.message)
  }
}
