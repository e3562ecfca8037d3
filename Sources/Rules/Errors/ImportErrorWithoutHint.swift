import LintModel
import LintRuleKit
import LintSourceText

/// The message about a missing package does not say how to install it.
///
/// Copies of one message are one finding. A package that the project always installs needs no hint.
struct ImportErrorWithoutHint: ProjectRule {
  struct Options: RuleOptions {
    /// Words that count as an installation hint.
    var hints: [String]
  }

  let options: Options

  struct Fact {
    var range: SourceRange
    var symbol: String
    var text: String
    /// What the code tries to import, if that is near.
    var package: String?
  }

  func facts(in file: SourceFile) -> [Fact] {
    file.model.raiseSites.compactMap { site in
      guard site.form == .raise, !site.isCaughtHere else { return nil }
      guard let type = site.errorType, type.text == "ImportError" || type.text == "ModuleNotFoundError",
        isMissingPackage(site), !isLazyLookup(site, in: file), case .text(let text) = site.message,
        isReadable(text), !hints(text)
      else { return nil }
      return Fact(
        range: text.range, symbol: file.symbol(of: site.owner), text: text.plain,
        package: Self.package(before: text.range, site, in: file))
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let dependencies = StatedDependencies(project.repository)
    var groups: [String: [(place: Location, fact: Fact)]] = [:]
    // The library first; its scripts may have copied it.
    for file in facts.filter({ $0.file.role == .library }) + facts.filter({ $0.file.role == .script }) {
      for fact in file.facts where !(fact.package.map(dependencies.requires) ?? false) {
        groups[fact.text, default: []].append((Location(path: file.file.path, range: fact.range), fact))
      }
    }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      guard let first = group.first else { continue }
      let package = first.fact.package.flatMap { dependencies.mentions($0) ? $0 : nil }
      collector.add(
        .withoutHint(package), at: first.place, symbol: first.fact.symbol,
        related: group.dropFirst().map { Evidence("the same message here", at: $0.place) },
        count: group.count > 1 ? group.count : nil)
    }
  }

  /// The package of the import that the error is about: the nearest one in the lines above, or what the condition asks.
  private static func package(before range: SourceRange, _ site: RaiseSite, in file: SourceFile) -> String? {
    if let condition = site.condition, let start = condition.ranges(of: "is_").first,
      let end = condition.ranges(of: "_available").first, start.upperBound < end.lowerBound
    {
      return String(condition[start.upperBound..<end.lowerBound])
    }
    let bytes = file.text.bytes
    let lines = bytes[..<Int(range.start)].suffix(1000).split(separator: UInt8(ascii: "\n")).suffix(12)
    for line in lines.reversed() {
      let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "," || $0 == "\r" }
      guard let verb = words.first else { continue }
      if verb == "def" || verb == "class" { return nil }
      if verb == "import" || verb == "from", words.count > 1 {
        return words[1].hasPrefix(".") ? nil : words[1].split(separator: ".").first.map(String.init)
      }
    }
    return nil
  }

  /// In a module's `__getattr__`, the missing thing is an attribute.
  private func isLazyLookup(_ site: RaiseSite, in file: SourceFile) -> Bool {
    site.owner.map { file.model.declarations[$0].name.text == "__getattr__" } ?? false
  }

  private func isMissingPackage(_ site: RaiseSite) -> Bool {
    if site.handled.contains(where: { $0 == "ImportError" || $0 == "ModuleNotFoundError" }) { return true }
    guard let condition = site.condition?.lowercased(), condition.hasPrefix("not ") else { return false }
    return condition.contains("available") || condition.contains("installed")
  }

  /// Whether the literal text says that something is missing. If it includes another error or message, that may hold a
  /// hint.
  private func isReadable(_ text: MessageTemplate) -> Bool {
    let words = text.plain.lowercased()
    guard Self.absences.contains(where: words.contains), !Self.machines.contains(where: words.contains) else {
      return false
    }
    return !text.values.contains { value in
      let parts = Name.words(of: value)
      return value.count == 1 || parts.contains { ["error", "err", "exc", "message", "msg", "exception"].contains($0) }
    }
  }

  private static let absences = [
    "requires ", "required", "need ", "missing", "not available", "unavailable", "could not import", "not found",
    "cannot import",
    "not installed", "must be available", "depends on",
  ]
  /// What no package manager installs.
  private static let machines = [
    "gpu", "xpu", "tpu", "npu", "hpu", "cuda", "hardware", "device", "ensure", "make sure", "version", ">=",
  ]

  private func hints(_ text: MessageTemplate) -> Bool {
    let words = MessageWords(text.plain)
    return options.hints.contains { words.holds($0) } || text.values.contains { $0.lowercased().contains("install") }
  }
}

extension Message {
  fileprivate static func withoutHint(_ package: String?) -> Message {
    "the message says that a package is missing but not how to install it; add the command, such as 'pip install \(package ?? "...")'"
  }
}
