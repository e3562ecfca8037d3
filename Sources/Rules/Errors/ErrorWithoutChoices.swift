import LintModel
import LintRuleKit
import LintSourceText

/// An error message rejects a value without listing the valid ones, although the code knows them.
struct ErrorWithoutChoices: FileRule {
  struct Options: RuleOptions {
    /// Maximum number of valid values that a finding lists.
    var maximumShown: Int
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    var copies = ErrorCopies()
    for site in file.model.raiseSites where site.form != .warning && !site.isCaughtHere {
      guard site.choices != nil || site.required != nil, case .text(let text) = site.message,
        text.unfilled.isEmpty
      else { continue }
      let words = MessageWords(text.plain)
      guard words.refuses, !words.statesExpectation, !words.repeatsLanguage, !testsSeveral(site, in: file) else {
        continue
      }
      if let choices = site.choices {
        guard isAbout(choices, text, words), !tells(text, words, choices), !isProtocol(choices, site, in: file),
          !EarlierChecks(in: file).ruleOut(site)
        else { continue }
        copies.add(
          .withoutChoices(choices, text, shown: options.maximumShown), at: text, of: site.owner,
          fix: choices.isLong ? nil : MessageFix(text, in: file)?.listing(choices))
      } else if let required = site.required, isAboutValue(site, text), !tells(words, required) {
        copies.add(
          .withoutRange(of: rejected(site), required), at: text, of: site.owner,
          fix: MessageFix(text, in: file)?.requiring(required))
      }
    }
    copies.report(in: file, to: &collector)
  }

  /// Whether a condition of Swift makes several tests, of which the choices are but one.
  private func testsSeveral(_ site: RaiseSite, in file: SourceFile) -> Bool {
    guard file.language == .swift, site.choices != nil, let condition = site.condition,
      !condition.hasPrefix("switch ")
    else { return false }
    var depth = 0
    var tests: [String] = [""]
    for character in condition {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { tests.append("") } else { tests[tests.count - 1].append(character) }
    }
    let binding = ["let ", "var ", "case "]
    return tests.count { test in !binding.contains(where: test.drop(while: \.isWhitespace).hasPrefix) } > 1
  }

  /// Whether the value is a word between parts of the program, such as the command that a worker process received. No
  /// caller chose it, so no caller can choose another.
  private func isProtocol(_ choices: RaiseSite.Choices, _ site: RaiseSite, in file: SourceFile) -> Bool {
    guard let owner = site.owner, let root = Self.identifiers(in: choices.subject).first,
      !Self.wrappers.contains(root)
    else { return false }
    let declaration = file.model.declarations[owner]
    guard !declaration.parameters.contains(where: { $0.name.text == root }) else { return false }
    return file.model.flow.steps(in: declaration.range).contains { step in
      step.kind != .condition && OmittedValue.identifiers(in: file.text[step.targets]).contains(root)
        && Self.receiving.contains { file.text[step.value].contains($0) }
    }
  }

  private static let receiving = [".recv(", ".receive(", ".get()", ".get_nowait(", ".recv_pyobj(", ".recv_json("]

  /// Whether the message shows or names the rejected value, rather than being about another one.
  private func isAbout(_ choices: RaiseSite.Choices, _ text: MessageTemplate, _ words: MessageWords) -> Bool {
    let parts = Self.identifiers(in: choices.subject).filter { !Self.wrappers.contains($0) }
    if text.values.contains(where: { !Self.identifiers(in: $0).filter(parts.contains).isEmpty }) { return true }
    return parts.contains { part in
      part.count > 1 && (words.holds(part) || words.holds(Name.words(of: String(part)).joined(separator: " ")))
    }
  }

  private static func identifiers(in expression: String) -> [Substring] {
    expression.runs(of: \.isIdentifierByte)
  }

  /// Identifiers around the name of a value that do not identify it.
  private static let wrappers: Set<Substring> = [
    "self", "cls", "args", "config", "len", "type", "lower", "dim", "ndim", "shape",
  ]

  /// Whether the message names a choice, or shows the collection of choices.
  private func tells(_ text: MessageTemplate, _ words: MessageWords, _ choices: RaiseSite.Choices) -> Bool {
    let names = choices.values.map { value in
      value.hasPrefix("\"") || value.hasPrefix("'") ? String(value.dropFirst().dropLast()) : value
    }
    if names.contains(where: { $0.count > 1 && words.holds($0) }) { return true }
    if names.count > 1, names.allSatisfy({ Int($0) != nil && words.holds($0) }) { return true }
    return text.values.contains { $0 != choices.subject && isHolder($0, choices) }
  }

  /// A second value next to the rejected one is usually the list of choices.
  private func isHolder(_ value: String, _ choices: RaiseSite.Choices) -> Bool {
    if let holder = choices.holder, value.contains(holder) { return true }
    return ["join(", "list(", "keys()", "sorted(", "format_list"].contains(where: value.contains)
  }

  private func rejected(_ site: RaiseSite) -> String {
    site.guardedParameters.first { $0.test == .comparison || $0.test == .shape }?.source ?? "value"
  }

  private func isAboutValue(_ site: RaiseSite, _ text: MessageTemplate) -> Bool {
    text.showsValue && site.guardedParameters.contains { $0.test == .comparison || $0.test == .shape }
  }

  /// Whether the message contains the bound.
  private func tells(_ words: MessageWords, _ required: String) -> Bool {
    required.split { !$0.isNumber && $0 != "." }.contains { words.holds($0) }
  }
}

extension Message {
  fileprivate static func withoutChoices(
    _ choices: RaiseSite.Choices, _ text: MessageTemplate, shown: Int
  ) -> Message {
    let subject = choices.subject.inQuotes
    let problem =
      text.showsValue || choices.kind == .types
      ? "the message for an invalid \(subject) does not say what is valid"
      : "the message for an invalid \(subject) shows neither the value nor what is valid"
    if choices.isLong {
      let count = choices.values.isEmpty ? "" : "\(choices.values.count) "
      let names = choices.holder.map { "names in \($0.inQuotes)" } ?? "choices"
      return "\(problem); suggest the closest of the \(count)\(names)"
    }
    let advice = "\(problem); \(Self.advice(choices))"
    guard let first = choices.values.first else { return "\(advice)" }
    var listed = "\(advice): \(first)"
    var count = 1
    for value in choices.values.dropFirst().prefix(max(0, shown - 1)) where listed.count + value.count <= longest {
      listed += ", \(value)"
      count += 1
    }
    let rest = choices.values.count - count
    return rest > 0 ? "\(listed) and \(rest) more" : "\(listed)"
  }

  /// Maximum number of characters, apart from the number of values that are not listed.
  private static var longest: Int { 140 }

  private static func advice(_ choices: RaiseSite.Choices) -> String {
    switch (choices.kind, choices.holder) {
    case (.keys, let holder?) where !holder.hasSuffix(".keys"): "list the keys of \(holder.inQuotes)"
    case (_, let holder?): "list \(holder.inQuotes)"
    case (.types, nil): choices.values.count == 1 ? "state the type" : "list the types"
    case (_, nil): "list the choices"
    }
  }

  fileprivate static func withoutRange(of source: String, _ required: String) -> Message {
    "the message for an invalid \(source.inQuotes) does not say what is valid; state the condition \(required.inQuotes)"
  }
}

extension RaiseSite.Choices {
  /// Too many to read in a message, or a registry, to which any module may add.
  fileprivate var isLong: Bool {
    if values.count > 20 { return true }
    guard values.isEmpty, let holder else { return false }
    return Name.words(of: holder).contains { ["registry", "registered", "entrypoints", "registrations"].contains($0) }
  }
}
