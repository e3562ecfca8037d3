import LintModel
import LintRuleKit
import LintSourceText

/// The message about a missing package does not say how to install it.
struct ImportErrorWithoutHint: FileRule {
  struct Options: RuleOptions {
    /// Words that count as an installation hint.
    var hints: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites where site.form == .raise && !site.isCaughtHere {
      guard let type = site.errorType, type.text == "ImportError" || type.text == "ModuleNotFoundError",
        isMissingPackage(site), !isLazyLookup(site, in: file), case .text(let text) = site.message,
        isReadable(text), !hints(text)
      else { continue }
      collector.add(.withoutHint, at: text.range, in: file, of: site.owner)
    }
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
    "gpu", "xpu", "tpu", "npu", "hpu", "cuda", "hardware", "ensure", "make sure", "version", ">=",
  ]

  private func hints(_ text: MessageTemplate) -> Bool {
    let words = MessageWords(text.plain)
    return options.hints.contains { words.holds($0) } || text.values.contains { $0.lowercased().contains("install") }
  }
}

extension Message {
  fileprivate static var withoutHint: Message {
    "the message says that a package is missing but not how to install it; add the command, such as 'pip install ...'"
  }
}
