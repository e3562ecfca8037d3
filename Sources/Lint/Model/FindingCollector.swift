import LintSourceText

/// Collects a rule's findings.
public struct FindingCollector: Sendable {
  package private(set) var findings: [Finding] = []
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

  /// Adds a finding that was made while its file was at hand.
  public mutating func add(_ finding: Finding) { findings.append(finding) }

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
