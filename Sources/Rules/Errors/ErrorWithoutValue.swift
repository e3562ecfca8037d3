import LintModel
import LintRuleKit
import LintSourceText

/// An error message omits the value that failed the check.
struct ErrorWithoutValue: ProjectRule {
  struct Options: RuleOptions {
    /// Words in names of parameters whose values must never be printed.
    var secrets: [String]
  }

  let options: Options

  func facts(in file: SourceFile) -> [CopiedError] {
    guard file.role == .library || file.role == .script || !file.text.cells.isEmpty else { return [] }
    var copies = ErrorCopies()
    for site in file.model.raiseSites where site.form != .warning && !site.isCaughtHere {
      guard case .text(let text) = site.message, text.unfilled.isEmpty, !hidesSecret(site),
        !answersLookup(site, in: file)
      else { continue }
      let candidates = worthShowing(site, text, in: file)
      guard !MessageWords(text.plain).isForAuthors, let omitted = OmittedValue(text, site, candidates, in: file),
        !isForAuthors(site, omitted.tested, in: file), !tellsAll(text, site, omitted.tested),
        !FailureReason(text, site, in: file).isAbsenceOrConflict, !EarlierChecks(in: file).ruleOut(site)
      else { continue }
      var fix: Fix?
      // Where a wrong value is shown, it has to be replaced.
      if !omitted.isReplaced { fix = MessageFix(text, in: file)?.showing(shown(candidates, in: file.language)) }
      // Another rule may cover assertions alone.
      copies.add(.withoutValue(omitted), at: text, of: site.owner, fix: fix, kind: site.form.rawValue)
    }
    return copies.facts(in: file)
  }

  func check(_ facts: [FileFacts<CopiedError>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    CopiedError.report(facts, to: &collector)
  }

  /// The tested values that the condition leaves open, the one on the left first.
  private func worthShowing(
    _ site: RaiseSite, _ text: MessageTemplate, in file: SourceFile
  ) -> [RaiseSite.GuardedParameter] {
    let words = MessageWords(text.plain)
    let open = site.guardedParameters.filter { tested in
      switch tested.part {
      case .narrows: return false
      case .beforeOther where !words.names(tested.name): return false
      case .beforeOther, .failed: break
      }
      // Swift asks a set whether it has the value, which another rule is about.
      if file.language == .swift, tested.test == .membership,
        site.condition?.contains("\(tested.source).contains(") == true
      {
        return false
      }
      switch tested.test {
      case .comparison, .membership, .type, .shape:
        return !isFlag(tested, site, in: file) && !isBound(tested, site, in: file) && !isSettled(tested, site, in: file)
      case .known, .none, .truth: return false
      }
    }
    // Where a type and the length are tested, the whole value shows both.
    if let first = open.first, first.test == .type, open.contains(where: { $0.name == first.name && $0.test == .shape })
    {
      return [RaiseSite.GuardedParameter(name: first.name, test: .comparison, source: first.name)]
    }
    // Where a type and a value are tested, the value shows both.
    return open.filter { tested in
      tested.test != .type || !open.contains { $0.name == tested.name && $0.source == $0.name && $0.test != .type }
    }
  }

  /// A truth value is one of two, and the message says which is wrong.
  private func isFlag(_ tested: RaiseSite.GuardedParameter, _ site: RaiseSite, in file: SourceFile) -> Bool {
    guard tested.source == tested.name, tested.test != .type, let owner = site.owner else { return false }
    let parameter = file.model.declarations[owner].parameters.first { $0.name.text == tested.name }
    return parameter.map { $0.annotation == "bool" || $0.annotation == "Bool" } ?? false
  }

  /// The limit in `if ratio > eps`, where `ratio` is computed: the value that failed is another one.
  private func isBound(_ tested: RaiseSite.GuardedParameter, _ site: RaiseSite, in file: SourceFile) -> Bool {
    // Nobody writes a longer condition than this.
    guard tested.test == .comparison || tested.test == .shape, let condition = site.condition, let owner = site.owner,
      condition.utf8.count < 1000, let place = condition.firstRange(of: tested.source)?.lowerBound,
      place > condition.startIndex
    else { return false }
    let before = condition[..<place].split(separator: " ")
    guard let sign = before.last, ["<", ">", "<=", ">="].contains(sign) else { return false }
    // `position + 1 >= len(words)`
    let start = before.lastIndex { ["and", "or", "not"].contains($0) }.map { $0 + 1 } ?? 0
    let subject = before.dropLast()[start...].split { ["<", ">", "<=", ">="].contains($0) }.last ?? []
    let names = Set(subject.flatMap { OmittedValue.identifiers(in: String($0)) })
    return file.model.declarations[owner].assigned.contains { names.contains(Substring(file.text[$0])) }
  }

  /// Whether a `guard` before has left a single value: `guard count == 1 else { return }`. Swift only.
  private func isSettled(_ tested: RaiseSite.GuardedParameter, _ site: RaiseSite, in file: SourceFile) -> Bool {
    guard file.language == .swift, let owner = site.owner else { return false }
    let start = Int(file.model.declarations[owner].name.range.end)
    let before = file.text.bytes[from: start, to: Int(site.range.start)]
    guard let place = Bytes.find(Array("guard \(tested.source) == ".utf8), in: before) else { return false }
    let rest = before[(place + 10 + tested.source.utf8.count)...]
    // Another variable may decide the value.
    let value = rest.first ?? 0
    guard value.isDigit || value == UInt8(ascii: ".") || value == UInt8(ascii: "\"") || value == UInt8(ascii: "-"),
      let body = Bytes.find("else {", in: rest)
    else { return false }
    // The failure at hand may be in the guard's own body.
    var depth = 0
    for byte in rest[(body + 5)...] {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return true }
    }
    return false
  }

  /// `raise IndexError` in `__getitem__` ends a loop over the object, as the language asks; lists say no more.
  private func answersLookup(_ site: RaiseSite, in file: SourceFile) -> Bool {
    guard let owner = site.owner, site.errorType?.text == "IndexError" else { return false }
    return ["__getitem__", "__setitem__", "__delitem__"].contains(file.model.declarations[owner].name.text)
  }

  /// The tested values, each once, as expressions of the language. An element is shown only by itself: it may not exist
  /// if another test failed.
  private func shown(
    _ candidates: [RaiseSite.GuardedParameter], in language: Language
  ) -> [(name: String, expression: String)] {
    var result: [(name: String, expression: String)] = []
    for tested in candidates.prefix(2) where result.isEmpty || !tested.source.contains("[") {
      let expression =
        switch (tested.test, language) {
        case (.type, .swift): "type(of: \(tested.source))"
        case (.type, _): "type(\(tested.source)).__name__"
        case (.membership, .python): "\(tested.source)!r"
        default: tested.source
        }
      if !result.contains(where: { $0.name == tested.source }) { result.append((tested.source, expression)) }
    }
    return result
  }

  /// Assertions narrow types and check what private code passes; only authors see them, and they have the source.
  private func isForAuthors(_ site: RaiseSite, _ tested: RaiseSite.GuardedParameter, in file: SourceFile) -> Bool {
    if comparesOwnResults(site, tested, in: file) { return true }
    guard site.form == .assert else { return false }
    guard let owner = site.owner else { return true }
    let name = file.model.declarations[owner].name.text
    // Release builds leave Swift's out, and nobody outside can call what is not public.
    if file.language == .swift, !file.model.declarations[owner].isPublic { return true }
    return tested.test == .type || name.hasPrefix("_") && !name.hasPrefix("__")
  }

  /// A private function that compares what it was passed with what it computes, and raises no error about an argument.
  private func comparesOwnResults(
    _ site: RaiseSite, _ tested: RaiseSite.GuardedParameter, in file: SourceFile
  ) -> Bool {
    guard let owner = site.owner, site.errorType?.text == "RuntimeError", tested.test == .shape else { return false }
    let name = file.model.declarations[owner].name.text
    guard name.hasPrefix("_"), !name.hasPrefix("__"), let condition = site.condition else { return false }
    return condition.split(separator: " ").last.map { $0.contains(")") } ?? false
  }

  /// Messages about missing functionality ("grouped convolutions are not supported") and wrong call order ("call `fit`
  /// first") are not about a value; "expected a brace, found the end" states the value in words.
  private func tellsAll(_ message: MessageTemplate, _ site: RaiseSite, _ tested: RaiseSite.GuardedParameter) -> Bool {
    let text = message.plain
    if !message.showsValue, Self.receipts.contains(where: text.contains) { return true }
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    let pairs = zip(words, words.dropFirst())
    if site.condition?.contains("0") == true, pairs.contains(where: Self.tellsZero) { return true }
    switch tested.test {
    case .type:
      // "several outputs are not supported yet"
      if site.errorType?.text == "NotImplementedError", words.contains(where: Self.limits.contains) { return true }
      return words.count > 30 || words.contains { ["first", "before", "after", "already"].contains($0) }
    case .comparison, .shape:
      guard let condition = site.condition, condition.contains(where: \.isNumber) else { return false }
      guard !condition.contains("\""), !condition.contains("'") else { return false }
      return words.contains { ["unsupported", "implemented", "yet", "currently", "refer"].contains($0) }
        || pairs.contains { Self.refusals.contains($0) && $1.hasPrefix("support") }
    case .membership, .known, .none, .truth: return false
    }
  }

  /// "cannot pool over a dynamic number of windows": which case is missing is said in words.
  private static let limits: Set<Substring> = ["yet", "implemented", "cannot", "can't", "unsupported", "dynamic"]

  private static let receipts = [", found ", ", got ", "but found ", "but got "]

  /// "both rates are zero"
  private static func tellsZero(_ verb: Substring, _ word: Substring) -> Bool {
    (verb == "is" || verb == "are") && word == "zero"
  }

  private static let refusals: Set<Substring> = ["not", "doesn't", "don't", "isn't", "aren't", "can't", "cannot", "no"]

  private func hidesSecret(_ site: RaiseSite) -> Bool {
    site.guardedParameters.contains { tested in
      Name.words(of: tested.name).contains { word in options.secrets.contains { $0 == word } }
    }
  }
}

extension Message {
  fileprivate static func withoutValue(_ omitted: OmittedValue) -> Message {
    let tested = omitted.tested
    let source = tested.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if case .received(let other) = omitted.instead {
      return "the message shows \(other.inQuotes) as received, but the check tests \(source.inQuotes); show that value"
    }
    return tested.test == .type
      ? "the message omits the type of \(source.inQuotes), which failed the check; include the received type"
      : "the message omits \(source.inQuotes), which failed the check; include the received value"
  }
}
