import LintModel
import LintSerialization
import LintSourceText

/// A compiled condition of a pattern.
struct PatternTest: Sendable {
  private enum Subject: Sendable {
    case call(CalleePatterns)
    case imports([ImportPattern])
    case text(TextPattern)
    case requires(StatedRequirement)
    case allows(StatedRequirement)
  }

  private let subject: Subject
  private let place: PatternCondition.Place
  private let same: PatternArgument?

  init(_ condition: PatternCondition, at mark: Mark) throws(YAMLError) {
    var subjects: [Subject] = []
    if let names = condition.call { subjects.append(.call(try CalleePatterns(names))) }
    if let names = condition.import { subjects.append(.imports(names.entries.map(ImportPattern.init))) }
    if let text = condition.text { subjects.append(.text(try text.expression())) }
    if let text = condition.requires { subjects.append(.requires(try StatedRequirement(text))) }
    if let text = condition.allows { subjects.append(.allows(try StatedRequirement(below: text))) }
    guard subjects.count == 1 else {
      throw YAMLError(
        at: mark, "a condition has one subject", expected: "one of call, import, text, requires, allows",
        found: subjects.isEmpty ? "none" : "\(subjects.count) of them")
    }
    subject = subjects[0]
    place = condition.within?.value ?? .file
    same = condition.same
    if same != nil, condition.call == nil { throw YAMLError(at: mark, "'same' requires 'call'") }
    if let within = condition.within {
      switch subject {
      case .imports, .requires, .allows: throw YAMLError(at: within.mark, "'within' requires 'call' or 'text'")
      case .call where place == .guards:
        throw YAMLError(at: within.mark, "'within: guards' requires 'text'; calls are searched in a file or function")
      case .text where place == .program:
        throw YAMLError(at: within.mark, "'within: program' requires 'call'; texts are searched in a file or function")
      default: break
      }
    }
  }

  /// What the project must require; nil for a condition that one file answers.
  var requirement: StatedRequirement? {
    switch subject {
    case .requires(let requirement), .allows(let requirement): requirement
    default: nil
    }
  }

  /// Whether its requirement holds for what a project states.
  func holds(for stated: [StatedRequirement]) -> Bool {
    switch subject {
    case .allows(let limit): return limit.isUndercut(by: stated)
    case .requires(let wanted):
      // The project says somewhere that it needs as much, and nowhere that it makes do with less.
      let minima = stated.filter { $0.package == wanted.package }.map(\.minimum)
      return minima.min().map { $0 >= wanted.minimum } ?? false
    default: return false
    }
  }

  /// Whether it holds for a library's files if it holds for any file of the program.
  var isOfProgram: Bool { place == .program }

  /// Whether a file that is not a test makes it hold for the program.
  func holdsForProgram(in file: SourceFile) -> Bool {
    guard isOfProgram, file.role != .test, case .call(let names) = subject else { return false }
    return names.isCalled(in: file) { _ in true }
  }

  /// The first call that it is about.
  func firstCall(in file: SourceFile) -> SourceRange? {
    if case .call(let names) = subject { names.calls(in: file).first?.call.callee } else { nil }
  }

  /// Whether it holds at a place of a file.
  func holds(at place: PatternSurroundings) -> Bool {
    let file = place.file
    switch subject {
    case .call(let names):
      let reach = self.place == .function ? place.functionRange : nil
      guard let same else { return names.isCalled(in: file) { reach?.contains($0.range) ?? true } }
      guard let call = place.match?.call, let argument = place.match?.argument else { return false }
      let named = NamedValue(argument.value, ownedBy: call.owner, in: file)
      return names.isCalled(in: file) { call in
        reach?.contains(call.range) ?? true
          && file.argument(same.keyword ?? "", at: same.place, of: call).map {
            named.isSame(as: NamedValue($0.value, ownedBy: call.owner, in: file))
          } == true
      }
    case .imports(let patterns): return patterns.contains { !$0.imports(in: file).isEmpty }
    case .text(let expression):
      let ranges: [SourceRange]
      switch self.place {
      case .file: ranges = [SourceRange(start: 0, end: UInt32(file.text.bytes.count))]
      case .function: ranges = [place.functionRange]
      case .guards: ranges = place.guards
      case .program: ranges = []
      }
      return ranges.contains {
        let end = min(Int($0.end), file.text.bytes.count)
        return expression.isFound(in: file.text.bytes, min(Int($0.start), end)..<end)
      }
    case .requires, .allows: return false
    }
  }
}

/// A module, or a name in one, that a pattern matches among imports; submodules match too.
struct ImportPattern: Sendable {
  let text: String
  let use: String?

  init(_ entry: PatternNames.Entry) {
    text = entry.text
    use = entry.use
  }

  /// The statements that import it.
  func imports(in file: SourceFile) -> [Import] {
    file.model.imports.filter { statement in
      guard statement.level == 0 else { return false }
      if isMeant(statement.module) { return true }
      return statement.items.contains { isMeant("\(statement.module).\($0.name)") }
    }
  }

  private func isMeant(_ path: String) -> Bool { path == text || path.hasPrefix(text + ".") }
}
