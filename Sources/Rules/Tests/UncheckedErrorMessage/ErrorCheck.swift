import LintModel

/// One check in a test that an error is raised: pytest, unittest and numpy, XCTest and Swift Testing.
struct ErrorCheck {
  let fact: UncheckedErrorMessage.Fact.Check

  private static let plain = Set(["raises", "assertRaises", "assert_raises"].map(Invocation.hash))
  private static let looking = Set(
    [
      "assertRaisesRegex", "assertRaisesRegexp", "assertRaisesWithLiteralMatch", "assertRaisesMessage",
      "assertRaisesWithPredicateMatch", "assert_raises_regex", "assert_raises_message",
    ].map(Invocation.hash))
  private static let xctest = Invocation.hash("XCTAssertThrowsError")
  private static let macros = Set(["expect", "require"].map(Invocation.hash))

  init?(_ call: Invocation, in file: SourceFile) {
    guard let read = file.language == .swift ? Self.swift(call, in: file) : Self.python(call, in: file) else {
      return nil
    }
    let isLookedAt = read.isChecked || Self.isResultUsed(of: call, in: file)
    fact = UncheckedErrorMessage.Fact.Check(
      call: read.text, type: read.type, isChecked: isLookedAt,
      calls: isLookedAt || file.language == .swift ? [] : Self.calls(under: call, in: file),
      symbol: file.symbol(of: call.owner), range: call.callee)
  }

  private typealias Reading = (type: String, text: String, isChecked: Bool)

  private static func python(_ call: Invocation, in file: SourceFile) -> Reading? {
    let isLooking = looking.contains(call.nameHash)
    let arguments = file.model.arguments[call.arguments]
    guard isLooking || plain.contains(call.nameHash), let first = arguments.first, first.keyword == nil,
      first.kind == .name
    else { return nil }
    let type = file.text[first.value].split(separator: ".").last.map(String.init) ?? ""
    let isChecked =
      isLooking || call.hasUnpacking
      || arguments.dropFirst().first.map { $0.kind == .string && $0.keyword == nil } == true
      || ["match", "check", "expected_regex"].contains { file.argument($0, of: call) != nil }
    // The text of the failing test, which unittest shows if nothing is raised; no pattern.
    let note = file.argument("msg", of: call) != nil ? ", msg=..." : ""
    return (type, "\(file.name(of: call))(\(type)\(note))", isChecked)
  }

  private static func swift(_ call: Invocation, in file: SourceFile) -> Reading? {
    let arguments = file.model.arguments[call.arguments]
    let closures = arguments.count { $0.kind == .lambda }
    // Passed as a closure, or as a function: `XCTAssertThrowsError(try build(), "no error", check)`.
    let handles = closures > 0 || arguments.dropFirst().contains { $0.kind == .name } || arguments.count > 4
    if call.nameHash == xctest { return ("Error", "XCTAssertThrowsError", handles) }
    guard macros.contains(call.nameHash) else { return nil }
    guard let thrown = file.argument("throws", of: call) else {
      // `#expect { ... } throws: { error in ... }`
      return closures > 1 ? ("Error", "#expect(throws:)", true) : nil
    }
    let written = file.text[thrown.value]
    guard written.hasSuffix(".self") else { return ("Error", "#expect(throws:)", true) }
    let type = written.dropLast(5).filter { $0 != "(" && $0 != ")" }.split(separator: " ").last ?? ""
    let name = String(type.split(separator: ".").last ?? "")
    return name == "Never" ? nil : (name, "#expect(throws: \(written))", false)
  }

  /// Whether the returned error is inspected: `with raises(...) as error`, then `error`; `error = raises(...)`.
  private static func isResultUsed(of call: Invocation, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    let line = bytes[from: 0, to: Int(call.range.start)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = bytes[from: line, to: Int(call.range.start)].drop { $0 == 0x20 || $0 == 0x09 }
    if before.starts(with: "return".utf8) { return true }
    // `error = raises(ValueError, build)` is the error; `expected = raises(ValueError)` is only a context.
    if before.contains(UInt8(ascii: "=")), call.arguments.count > 1 || file.language == .swift { return true }
    let after = bytes[from: Int(call.range.end), to: bytes.count].drop { $0 == 0x20 }
    guard after.starts(with: "as ".utf8) else { return false }
    let name = after.dropFirst(3).prefix(while: \.isIdentifierByte)
    let end = call.owner.map { Int(file.model.declarations[$0].range.end) } ?? bytes.count
    return bytes[from: name.endIndex, to: end].split { !$0.isIdentifierByte }.contains { $0.elementsEqual(name) }
  }

  /// The calls inside `with raises(...)`, or the callable passed to it.
  private static func calls(under call: Invocation, in file: SourceFile) -> [UInt64] {
    let arguments = file.model.arguments[call.arguments].dropFirst()
    if let callable = arguments.first, callable.keyword == nil {
      let name = file.text[callable.value].split(separator: ".").last ?? ""
      return [Invocation.hash(String(name))]
    }
    let around = file.model.flow.steps.last { $0.kind == .context && $0.value.contains(call.range) }
    return around.map { step in
      file.model.invocations(in: step.range).filter { $0.range.start >= call.range.end }.map(\.nameHash)
    } ?? []
  }
}
