import LintModel
import LintRuleKit
import LintSourceText

/// Determines which tested value a message omits.
struct OmittedValue {
  /// The value that a message shows instead, as if it had failed the check.
  enum Instead {
    case nothing
    case received(String)
    case other(String)
  }

  let tested: RaiseSite.GuardedParameter
  let instead: Instead

  /// Whether the message shows another value as if it had failed the check.
  var isReplaced: Bool { if case .received = instead { true } else { false } }

  /// Nil if the message shows a tested value, or one that may come from it.
  ///
  /// - Parameter candidates: The tested values that are worth showing, the one on the left first.
  init?(_ text: MessageTemplate, _ site: RaiseSite, _ candidates: [RaiseSite.GuardedParameter], in file: SourceFile) {
    guard let first = candidates.first else { return nil }
    let values = text.values
    guard !values.isEmpty else {
      self.init(first, .nothing)
      return
    }
    // Fields that are looked up by name may be any value: `"{units}".format(**table)`, `"%(units)d" % table`.
    guard !values.contains(where: { $0.hasPrefix("*") }), !text.plain.contains("%(") else { return nil }
    let shown = Set(values.flatMap(Self.identifiers))
    let isReceived = Self.announces(text)
    if shown.contains(where: { name in site.guardedParameters.contains { $0.name == name } }) {
      // `f"the last axis must be {units}"`: what was expected, not what was received.
      guard !isReceived, candidates.count > 1, !shown.contains(first.name[...]), Self.isSingleComparison(site) else {
        return nil
      }
      self.init(first, .other(values[0]))
      return
    }
    // A type may stand for something else that the message is about.
    guard first.test != .type else { return nil }
    let origin = ValueOrigin(site, in: file)
    guard values.allSatisfy({ origin.isUnrelated($0, to: first) }) else { return nil }
    let isInstead = isReceived && values.count == 1 && !origin.isFixed(values[0])
    self.init(first, isInstead ? .received(values[0]) : .other(values[0]))
  }

  private init(_ tested: RaiseSite.GuardedParameter, _ instead: Instead) {
    self.tested = tested
    self.instead = instead
  }

  static func identifiers(in expression: String) -> [Substring] { expression.runs(of: \.isIdentifierByte) }

  /// Whether the words before a value say that it was received: "got {}", "received shape {}".
  private static func announces(_ text: MessageTemplate) -> Bool {
    let words = text.plain.lowercased().split { !$0.isLetter && $0 != "{" && $0 != "}" }
    return words.indices.contains { index in
      words[index].contains("{}") && words[max(0, index - 2)..<index].contains(where: Self.receipts.contains)
    }
  }

  private static let receipts: Set<Substring> = ["got", "received", "found", "given", "was", "gave", "actual", "is"]

  private static func isSingleComparison(_ site: RaiseSite) -> Bool {
    guard let condition = site.condition else { return false }
    return ![" and ", " or ", "&&", "||", "not ("].contains(where: condition.contains)
  }
}

/// Where the values in a message come from.
private struct ValueOrigin {
  private let site: RaiseSite
  private let file: SourceFile
  private let parameters: [String]

  init(_ site: RaiseSite, in file: SourceFile) {
    self.site = site
    self.file = file
    parameters = site.owner.map { file.model.declarations[$0].parameters.map(\.name.text) } ?? []
  }

  /// Whether a value cannot come from the tested one: another parameter, an attribute of the object, a constant.
  func isUnrelated(_ value: String, to tested: RaiseSite.GuardedParameter) -> Bool {
    if isFixed(value) { return true }
    let names = OmittedValue.identifiers(in: value)
    guard let root = names.first, let last = names.last, !value.contains("("), !value.contains("["),
      !holdsText(last), !(site.condition.map(OmittedValue.identifiers) ?? []).contains(where: names.contains)
    else { return false }
    if root == "self" || root == "cls" {
      let words = Set(Name.words(of: String(last)))
      return file.language == .python && names.count == 2 && words.isDisjoint(with: Name.words(of: tested.name))
    }
    guard names.count == 1, parameters.contains(where: { $0 == root }), let owner = site.owner else { return false }
    return !file.model.declarations[owner].assigned.contains { file.text[$0] == root }
  }

  /// Whether a value is the same whatever was passed: a constant, the name of the class.
  func isFixed(_ value: String) -> Bool {
    if ["self.__class__.__name__", "type(self).__name__", "cls.__name__", "__class__.__name__"].contains(value) {
      return true
    }
    let names = OmittedValue.identifiers(in: value).filter { !Self.functions.contains($0) }
    return !names.isEmpty && names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7A } }
  }

  /// A message that is passed in may show the value.
  private func holdsText(_ name: Substring) -> Bool {
    Name.words(of: String(name)).contains { Self.texts.contains($0) }
  }

  private static let functions: Set<Substring> = [
    "self", "cls", "list", "tuple", "sorted", "set", "keys", "values", "join", "str", "repr", "r", "s", "len",
  ]
  private static let texts: Set<Substring> = [
    "msg", "message", "error", "err", "text", "info", "details", "reason", "hint", "description", "exc", "exception",
    "e", "ex", "prefix", "context", "received", "actual", "value", "values", "shown",
  ]
}
