import Lint

/// A test that an error is raised, without a look at what it says: any error of that type passes.
struct UncheckedErrorMessage: ProjectRule {
  struct Options: RuleOptions {
    /// Share of checks of errors that must look at the message before those that do not are reported one by one.
    var minimumShare: Double
    /// Errors that say little by their type, so that the message tells which one it was.
    var errors: [String]
  }

  struct Fact: Codable {
    struct Site: Codable {
      var call: String
      var symbol: String
      var range: SourceRange
    }

    /// Checks of an error of one of these types.
    var count: Int
    /// Those that look no further than the type.
    var unchecked: [Site]
  }

  /// Below this many, a project has no habit.
  private static let fewest = 4

  /// Sites of one file that are reported one by one.
  private static let mostSites = 3

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role == .test, file.language == .python || file.language == .swift else { return [] }
    var fact = Fact(count: 0, unchecked: [])
    for call in file.model.invocations {
      guard let check = ErrorCheck(call, in: file), check.type.map(options.errors.contains) ?? true else { continue }
      fact.count += 1
      if check.looksAtMessage { continue }
      fact.unchecked.append(
        Fact.Site(call: check.text, symbol: file.symbol(of: Int(call.owner)), range: call.callee))
    }
    return fact.count == 0 ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    let total = facts.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.count } }
    let sites = facts.flatMap { file in
      file.facts.flatMap(\.unchecked).map { (Location(path: file.file.path, range: $0.range), $0) }
    }
    guard total >= Self.fewest, let (first, _) = sites.first else { return }
    let checked = total - sites.count
    if Double(checked) >= options.minimumShare * Double(total) {
      for file in facts { reportSites(of: file, &report) }
    } else {
      report.add(
        .habit(sites.count, of: total), at: first, symbol: "project",
        related: sites.dropFirst().prefix(3).map { Evidence("'\($0.1.call)' here", at: $0.0) }, count: sites.count)
    }
  }
}

extension UncheckedErrorMessage {
  /// Where a file has many, they are one habit and mended in one go.
  private func reportSites(of file: FileFacts<Fact>, _ report: inout Report) {
    let sites = file.facts.flatMap(\.unchecked)
    func location(_ site: Fact.Site) -> Location { Location(path: file.file.path, range: site.range) }
    guard let first = sites.first, sites.count > Self.mostSites else {
      for site in sites { report.add(.unchecked(site.call), at: location(site), symbol: site.symbol) }
      return
    }
    report.add(
      .many(sites.count, first.call), at: location(first), symbol: file.file.module,
      related: sites.dropFirst().prefix(3).map { Evidence("'\($0.call)' here", at: location($0)) }, count: sites.count)
  }
}

/// One check in a test that an error is raised.
private struct ErrorCheck {
  /// The last name of the type that is expected; nil for any error.
  let type: String?
  /// How it is written, in brief.
  let text: String
  let looksAtMessage: Bool

  private static let plain = Set(["raises", "assertRaises"].map(Invocation.hash))
  private static let looking = Set(
    [
      "assertRaisesRegex", "assertRaisesRegexp", "assertRaisesWithLiteralMatch", "assertRaisesMessage",
      "assertRaisesWithPredicateMatch",
    ].map(Invocation.hash))
  private static let swift = Invocation.hash("XCTAssertThrowsError")

  init?(_ call: Invocation, in file: SourceFile) {
    let arguments = file.model.arguments[call.arguments]
    if file.language == .swift {
      guard call.nameHash == Self.swift else { return nil }
      type = nil
      text = "XCTAssertThrowsError"
      looksAtMessage = arguments.contains { $0.kind == .lambda }
      return
    }
    let isLooking = Self.looking.contains(call.nameHash)
    guard isLooking || Self.plain.contains(call.nameHash), let first = arguments.first, first.keyword == nil,
      first.kind == .name
    else { return nil }
    let name = file.text[first.value].split(separator: ".").last.map(String.init) ?? ""
    type = name
    text = "\(file.name(of: call))(\(name))"
    let isKept = Self.result(of: call, in: file)
    looksAtMessage =
      isLooking || call.hasUnpacking || isKept
      || ["match", "check", "expected_regex"].contains { file.argument($0, of: call) != nil }
  }

  /// Whether what the call gives back is looked at: `with raises(...) as error`, then `error`; `error = raises(...)`.
  private static func result(of call: Invocation, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    let line = bytes[..<Int(call.range.start)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = bytes[line..<Int(call.range.start)].drop { $0 == 0x20 || $0 == 0x09 }
    if before.contains(UInt8(ascii: "=")) || before.starts(with: "return".utf8) { return true }
    let after = bytes[Int(call.range.end)...].drop { $0 == 0x20 }
    guard after.starts(with: "as ".utf8) else { return false }
    let name = after.dropFirst(3).prefix {
      $0 == 0x5F || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
    }
    let end = Int(file.model.declarations[Int(call.owner)].range.end)
    guard name.endIndex < end else { return false }
    return String(decoding: bytes[name.endIndex..<end], as: UTF8.self)
      .split { !($0 == "_" || $0.isLetter || $0.isNumber) }.contains { $0.utf8.elementsEqual(name) }
  }
}

extension Message {
  fileprivate static func unchecked(_ call: String) -> Message {
    "'\(call)' passes for any such error, also one that means something else; check what it says, as the other tests do"
  }

  fileprivate static func many(_ count: Int, _ call: String) -> Message {
    "'\(call)' and \(count - 1) more in this file pass for any such error; check what they say, as the other tests do"
  }

  fileprivate static func habit(_ count: Int, of total: Int) -> Message {
    """
    \(count) of \(total) tests of errors look at the type alone, so an error with another cause passes too; check what \
    the message says
    """
  }
}
