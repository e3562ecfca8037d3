import LintModel
import LintRuleKit
import LintSourceText

/// A public parameter exposes an implementation detail: `use_locking`, `fused`, `impl`.
struct LeakedImplementation: ProjectRule {
  struct Options: RuleOptions {
    /// Additional words to report.
    var also: [String]
    /// Words and names that are not reported.
    var except: [String]
  }

  let options: Options
  private let terms: [(term: ImplementationTerm, forms: [[Substring]])]
  private let except: Set<String>

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    except = Set(options.except.map(Name.canonical))
    let own = options.also.map { ImplementationTerm(form: Name.canonical($0)) }
    terms = (vocabulary.lexicons.implementation + own).map { [except] term in
      (term, term.forms.filter { !except.contains($0) }.map { $0.split(separator: "_") })
    }
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { term(in: $0) != nil }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (_, parameters) in SharedParameter.all(in: facts, project) {
      for parameter in parameters {
        guard let term = term(in: parameter.name) else { continue }
        let uses = parameter.uses.filter { term.switchOnly != true || $0.parameter.isSwitch }
        guard let first = uses.first else { continue }
        collector.add(.leaked(first.parameter.text, term.says), on: uses)
      }
    }
  }

  private func term(in name: String) -> ImplementationTerm? {
    guard !except.contains(name) else { return nil }
    let words = name.split(separator: "_")
    for (term, forms) in terms {
      if term.names?.contains(name) == true { return term }
      for form in forms {
        for start in WordRun.places(of: form, in: words) {
          let next = words.dropFirst(start + form.count).first
          if let next, term.notBefore?.contains(String(next)) == true { continue }
          return term
        }
      }
    }
    return nil
  }
}

extension NamedSignature.Parameter {
  fileprivate var isSwitch: Bool {
    if let annotation, annotation.hasPrefix("bool") || annotation.hasPrefix("Bool") || annotation.contains("[bool]") {
      return true
    }
    if ["use_", "enable_", "disable_", "allow_", "no_"].contains(where: name.hasPrefix) { return true }
    return ["True", "False", "true", "false"].contains(defaultValue ?? "")
  }
}

extension Message {
  fileprivate static func leaked(_ name: String, _ says: String) -> Message {
    "'\(name)' exposes \(says); name it after its effect for callers, or decide inside the function"
  }
}
