import LintModel
import LintSourceText

/// The suppressions of one file, and which of them were used.
struct Suppressions: Sendable {
  private struct Entry: Sendable {
    var directive: Directive
    var allowance: SuppressionComment.Allowance
    /// nil: the whole file.
    var lines: ClosedRange<Int>?
    var isMisplaced = false
    var used: Set<String> = []
  }

  private let file: FileReference
  private let lines: LineTable
  private var entries: [Entry] = []
  private var malformed: [(directive: Directive, problem: String)] = []
  private(set) var count = 0

  /// nil if no comment addresses mllint, as in nearly every file.
  init?(_ file: SourceFile) {
    guard !file.model.directives.isEmpty else { return nil }
    self.file = file.reference
    lines = LineTable(file.text)
    let reach = SuppressionReach(file.text, file.model)
    for directive in file.model.directives {
      switch SuppressionComment(directive.text) {
      case .malformed(let problem): malformed.append((directive, problem))
      case .allow(let allowance):
        var entry = Entry(directive: directive, allowance: allowance)
        if allowance.isWholeFile {
          entry.isMisplaced = !reach.isBeforeCode(directive)
        } else {
          entry.lines = reach.lines(of: directive)
        }
        entries.append(entry)
      }
    }
  }

  /// Whether a finding is suppressed; if so, the comment that does it has been of use.
  mutating func suppress(_ finding: Finding) -> Bool {
    let line = lines.lineIndex(of: finding.location.range.start)
    for index in entries.indices where !entries[index].isMisplaced {
      guard entries[index].allowance.rules.contains(where: { $0.text == finding.rule }),
        entries[index].lines?.contains(line) ?? true
      else { continue }
      entries[index].used.insert(finding.rule)
      count += 1
      return true
    }
    return false
  }

  /// What is wrong with the comments themselves.
  ///
  /// - Parameters:
  ///   - known: Every rule there is.
  ///   - active: The rules that ran: nothing can be said of a comment about another.
  func findings(known: Set<String>, active: (String) -> Bool) -> [Finding] {
    var collector = FindingCollector(rule: UnusedSuppression.id)
    for (directive, problem) in malformed { add(.malformed(problem), at: directive, to: &collector) }
    for entry in entries {
      if entry.isMisplaced {
        add(.misplaced, at: entry.directive, to: &collector)
        continue
      }
      let idle = entry.allowance.rules.filter {
        !entry.used.contains($0.text) && (!known.contains($0.text) || active($0.text))
      }
      for rule in idle {
        let message: Message
        if known.contains(rule.text) {
          message = .unused(rule.text)
        } else {
          message = .unknown(rule.text, nearest: Suggestion.nearest(to: rule.text, among: known.sorted()))
        }
        // Correct a misspelled name instead of removing it: it was meant.
        let isRemovable = idle.count == entry.allowance.rules.count && idle.allSatisfy { known.contains($0.text) }
        add(message, at: entry.directive, to: &collector, fix: isRemovable ? removal(of: entry.directive) : nil)
      }
    }
    return collector.findings
  }

  private func add(_ message: Message, at directive: Directive, to collector: inout FindingCollector, fix: Fix? = nil) {
    collector.add(message, at: Location(path: file.path, range: directive.range), symbol: file.module, fix: fix)
  }

  /// Removes the comment, with its line where it is alone, else with the spaces before it.
  private func removal(of directive: Directive) -> Fix {
    Fix("remove the suppression", isSafe: true, edits: [SourceRangeOfComment(lines).removal(of: directive)])
  }
}

/// The range to delete with a comment.
private struct SourceRangeOfComment {
  private let lines: LineTable

  init(_ lines: LineTable) { self.lines = lines }

  func removal(of directive: Directive) -> Fix.Edit {
    let whole = lines.contents(ofLine: lines.lineIndex(of: directive.range.start))
    if directive.standsAlone {
      return Fix.Edit(SourceRange(start: UInt32(whole.lowerBound), end: UInt32(whole.upperBound)), "")
    }
    let before = lines.bytes(Int(whole.lowerBound)..<Int(directive.range.start))
    let spaces = before.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    return Fix.Edit(SourceRange(start: directive.range.start - UInt32(spaces), end: directive.range.end), "")
  }
}

extension Message {
  fileprivate static func malformed(_ problem: String) -> Message {
    "invalid mllint comment: \(problem)"
  }

  fileprivate static var misplaced: Message {
    "'allow-file' after code has no effect; move it to the top of the file, or use 'allow'"
  }

  fileprivate static func unused(_ rule: String) -> Message {
    "'\(rule)' reports nothing here; remove it from the comment"
  }

  fileprivate static func unknown(_ rule: String, nearest: String?) -> Message {
    if let nearest { return "unknown rule '\(rule)'; did you mean '\(nearest)'?" }
    return "unknown rule '\(rule)'; 'mllint rule' lists them all"
  }
}
