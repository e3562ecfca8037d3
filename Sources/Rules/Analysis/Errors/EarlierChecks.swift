import LintModel
import LintRuleKit
import LintSourceText

/// Finds failures that nobody can meet, because what they refuse has been refused before.
struct EarlierChecks {
  private let file: SourceFile

  init(in file: SourceFile) { self.file = file }

  /// Whether the value of a chain was checked before: by an enumeration that was made of it, by a function that checks
  /// it, by the initializer, or by a check at the top.
  func ruleOut(_ site: RaiseSite) -> Bool {
    guard let owner = site.owner, let choices = site.choices, !choices.values.isEmpty else { return false }
    let before = SourceRange(start: file.model.declarations[owner].range.start, end: site.range.start)
    if isChecked(choices, by: file.model.invocations(in: before)) { return true }
    if isRefused(choices, before: site, in: owner) || coversAll(choices, in: owner) { return true }
    guard choices.subject.hasPrefix("self."), let initializer = initializer(beside: owner) else { return false }
    return isChecked(choices, by: file.model.invocations(in: file.model.declarations[initializer].range))
      || file.model.raiseSites.contains { other in
        other.owner == initializer && Self.refuses(other, all: choices)
      }
  }

  /// `Mode(mode)`, `check_allowed(mode, MODES)`, `look_up_option(mode, ["a", "b"])`
  private func isChecked(_ choices: RaiseSite.Choices, by calls: ArraySlice<Invocation>) -> Bool {
    let name = Self.name(of: choices)
    let types = Set(choices.values.compactMap { $0.split(separator: ".").dropLast().last })
    return calls.contains { call in
      guard let callee = file.name(of: call).split(separator: ".").last else { return false }
      // `Mode(mode)`, or a constructor with another name: `Mode.parse(mode)`.
      let path = file.text[call.callee].split(separator: ".")
      let isEnumeration = types.count == 1 && path.contains { types.contains($0) }
      guard isEnumeration || Self.checks(callee) else { return false }
      return file.model.arguments[call.arguments].contains { argument in
        argument.kind == .name && file.text[argument.value].split(separator: ".").last.map { $0 == name } == true
      }
    }
  }

  /// Whether a chain takes every member of the enumeration that the parameter's annotation names.
  private func coversAll(_ choices: RaiseSite.Choices, in owner: Int) -> Bool {
    let declarations = file.model.declarations
    guard
      let annotation = declarations[owner].parameters.first(where: { $0.name.text == choices.subject })?.annotation,
      let name = annotation.split(separator: ".").last,
      let type = declarations.indices.first(where: {
        declarations[$0].kind == .type && declarations[$0].name.text == name
      }),
      declarations[type].bases.contains(where: { $0.hasSuffix("Enum") })
    else { return false }
    let taken = Set(choices.values.compactMap { $0.split(separator: ".").last })
    let body = declarations[type].range
    let members = file.model.flow.steps(in: body).filter { step in
      step.kind == .assignment && !declarations.contains { $0.isCallable && $0.range.contains(step.range) }
    }.map { Substring(file.text[$0.targets]) }
    return !members.isEmpty && members.allSatisfy(taken.contains)
  }

  /// Whether a check at the top of the function takes nothing but what the chain takes.
  private func isRefused(_ choices: RaiseSite.Choices, before site: RaiseSite, in owner: Int) -> Bool {
    file.model.raiseSites.contains { other in
      other.owner == owner && other.range.end <= site.range.start
        && other.block.map { isInside($0, site.range.start) } == true
        && other.choices?.subject == choices.subject && Self.refuses(other, all: choices)
    }
  }

  private static func refuses(_ other: RaiseSite, all choices: RaiseSite.Choices) -> Bool {
    guard other.form != .warning, !other.isCaughtHere, let earlier = other.choices, !earlier.values.isEmpty,
      earlier.kind == choices.kind, name(of: earlier) == name(of: choices)
    else { return false }
    return Set(earlier.values).isSubset(of: choices.values)
  }

  private func initializer(beside owner: Int) -> Int? {
    guard let type = file.model.declarations[owner].parent, file.model.declarations[owner].name.text != "__init__"
    else {
      return nil
    }
    return file.model.declarations.indices.first { index in
      file.model.declarations[index].parent == type && file.model.declarations[index].name.text == "__init__"
    }
  }

  /// Whether a place is in the list of statements that begins at an offset: no line before it is indented less.
  private func isInside(_ block: UInt32, _ place: UInt32) -> Bool {
    let bytes = file.text.bytes
    let line = bytes[from: 0, to: Int(block)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let depth = Int(block) - line
    return bytes[from: Int(block), to: Int(place)].split(separator: UInt8(ascii: "\n")).dropFirst().allSatisfy { line in
      let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
      return indent >= depth || indent == line.count || line.dropFirst(indent).first == UInt8(ascii: "#")
    }
  }

  private static func name(of choices: RaiseSite.Choices) -> Substring {
    choices.subject.split(separator: ".").last ?? ""
  }

  private static func checks(_ callee: Substring) -> Bool {
    let name = callee.lowercased()
    return ["check", "validate", "verify", "ensure", "look_up", "lookup", "allowed", "one_of"].contains(
      where: name.contains)
  }
}
