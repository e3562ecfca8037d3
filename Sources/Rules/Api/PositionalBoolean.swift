import LintModel
import LintRuleKit
import LintSourceText

/// A boolean parameter that calls in this repository pass by position, as a bare literal.
struct PositionalBoolean: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of such calls before the parameter is reported.
    var minimumCalls: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [CallEvidenceFact] {
    CallEvidenceFact.read(
      file, where: { $0.parameters.contains(where: Self.isBoolean) }, sites: { !$0.booleans.isEmpty })
  }

  func check(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let evidence = CallEvidence(facts, project)
    let hierarchy = ClassHierarchy(project)
    for place in facts.callables where !isNamedByFunction(place.callable) {
      let callable = place.callable
      let sites = evidence.sites(of: place)
      guard !sites.isEmpty,
        callable.owner.map({ hierarchy.isFree(callable.function, of: $0, in: place.file.module) }) ?? true
      else { continue }
      let positional = callable.positional
      let blind = positional.indices.filter { index in
        // A required first argument is what the call is about: `check(True, "...")`.
        guard Self.isBoolean(positional[index]), index > 0 || !positional[index].isRequired else { return false }
        return isBlind(index, at: sites)
      }
      guard let first = blind.first else { continue }
      let shown = sites.filter { site in site.site.booleans.contains { blind.contains($0) } }
      collector.add(
        .blind(blind.map { positional[$0].name }, of: callable.callee, calls: shown.count, place.file.language),
        at: place.location(of: positional[first]), symbol: callable.symbol,
        related: shown.prefix(5).map { Evidence("passed by position here", at: $0.location) })
    }
  }

  /// Whether enough calls pass it, or one call passes several booleans.
  private func isBlind(_ index: Int, at sites: [CallEvidence.Site]) -> Bool {
    let calls = sites.filter { $0.site.booleans.contains(index) }
    return calls.count >= options.minimumCalls || calls.contains { $0.site.booleans.count > 1 }
  }

  /// `set_training(True)`, `enable_tf32(False)`: the name of the function says what is switched.
  private func isNamedByFunction(_ callable: OfferedCallable) -> Bool {
    // `set_flag("use_cache", True)`: the name of what is set is next to its value.
    if callable.parameters.count == 2, let value = callable.parameters.last,
      Name.words(of: value.name).last.map({ ["value", "val", "state"].contains($0) }) == true,
      Name.words(of: callable.parameters[0].name).last.map({ ["name", "key", "flag", "option"].contains($0) }) == true
    {
      return true
    }
    guard callable.parameters.count == 1, let parameter = callable.parameters.first else { return false }
    let words = Name.words(of: callable.callee)
    if !Set(words).isDisjoint(with: Name.words(of: parameter.name)) { return true }
    let verbs: Set<Substring> = [
      "set", "enable", "disable", "toggle", "use", "with", "require", "requires", "train", "freeze", "is", "allow",
    ]
    return words.first.map(verbs.contains) ?? false
  }

  private static func isBoolean(_ parameter: OfferedCallable.Parameter) -> Bool {
    parameter.isPositional && isBoolean(parameter.annotation, parameter.defaultValue)
  }

  private static func isBoolean(_ parameter: LintModel.Parameter) -> Bool {
    (parameter.kind == .positionalOrKeyword || parameter.kind == .positionalOnly)
      && isBoolean(parameter.annotation, parameter.defaultValue)
  }

  private static func isBoolean(_ annotation: String?, _ value: String?) -> Bool {
    switch value {
    case "True", "False", "true", "false": return true
    default: break
    }
    switch annotation {
    case "bool", "Bool", "Optional[bool]", "bool | None", "Bool?": return true
    default: return false
    }
  }
}

extension Message {
  fileprivate static func blind(_ names: [String], of callee: String, calls: Int, _ language: Language) -> Message {
    let times = calls == 1 ? "1 call passes" : "\(calls) calls pass"
    let (booleans, them) = names.count == 1 ? ("boolean", "it") : ("booleans", "them")
    let advice =
      language == .swift ? "without a label; add argument labels" : "by position; make \(them) keyword-only"
    return "\(times) the \(booleans) \(names.quoted()) to '\(callee)' \(advice)"
  }
}
