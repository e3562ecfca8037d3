import LintModel
import LintRuleKit
import LintSourceText

/// A public parameter speaks of the machinery: `use_locking`, `fused`, `impl`.
struct LeakedImplementation: ProjectRule {
  struct Options: RuleOptions {
    /// Further words to report.
    var also: [String]
    /// Words and names to leave alone.
    var except: [String]
  }

  let options: Options
  private let terms: [(term: ImplementationTerm, forms: [(text: String, words: [Substring])])]
  private let except: Set<String>

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    except = Set(options.except.map(Name.canonical))
    let own = options.also.map { ImplementationTerm(form: Name.canonical($0)) }
    terms = (vocabulary.lexicons.implementation + own).map { [except] term in
      (term, term.forms.filter { !except.contains($0) }.map { ($0, $0.split(separator: "_")) })
    }
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { term(in: $0) != nil }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, parameters) in SharedParameter.all(in: facts, project) {
      for parameter in parameters {
        guard let (term, form) = term(in: parameter.name) else { continue }
        let uses = parameter.uses.filter { term.switchOnly != true || $0.parameter.isSwitch }
        guard let first = uses.first else { continue }
        report.add(.leaked(first.parameter.text, form, term.says), on: uses)
      }
    }
  }

  private func term(in name: String) -> (term: ImplementationTerm, form: String)? {
    guard !except.contains(name) else { return nil }
    let words = name.split(separator: "_")
    for (term, forms) in terms {
      if term.names?.contains(name) == true { return (term, name) }
      for form in forms {
        for start in WordRun.places(of: form.words, in: words) {
          let next = words.dropFirst(start + form.words.count).first
          if let next, term.notBefore?.contains(String(next)) == true { continue }
          return (term, form.text)
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
  fileprivate static func leaked(_ name: String, _ word: String, _ says: String) -> Message {
    """
    '\(name)' tells callers \(says) ('\(word)'); name what they get by it, or decide it in the code
    """
  }
}
