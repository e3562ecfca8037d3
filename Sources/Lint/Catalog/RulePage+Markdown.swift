import LintSerialization
import LintSourceText

extension RulePage {
  /// The page as people read it, in Markdown: summary, why, examples, fix, options, precision, principles.
  ///
  /// - Parameter principles: The catalog's; the page quotes those that the rule encodes.
  package func markdown(_ principles: [Principle] = []) -> String {
    var blocks = ["# \(rule)", summary, facts, "## Why", why.withoutTrailingWhitespace]
    for (heading, isBad) in [("## Reported", true), ("## Not reported", false)] {
      let chosen = examples.filter { ($0.bad != nil) == isBad }
      if !chosen.isEmpty { blocks.append(heading) }
      for example in chosen { blocks += example.markdown }
    }
    blocks += ["## What to do", fix.withoutTrailingWhitespace]
    if !options.isEmpty { blocks += ["## Options", optionTable] }
    let isPublished = precision.contains { $0.corpus == "unseen" }
    blocks += ["## Precision", precisionSentence + (isPublished ? " " + Self.evidence : "")]
    if !similar.isEmpty {
      blocks += ["## Similar rules", similar.map { "- \($0.title): \($0.beyondOnOneLine)" }.joined(separator: "\n")]
    }
    blocks.append("## Principles")
    blocks.append(
      self.principles.map { id in
        "- \(id)" + (principles.first { $0.id == id }.map { ": \($0.paraphrase.withoutTrailingWhitespace)" } ?? "")
      }.joined(separator: "\n"))
    blocks.append(
      """
      To accept a finding, write `# mllint: allow(\(rule)) reason` on its line or the line above; in Swift, with `//`.
      """)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The list of all rules, by family, in Markdown; each links to its page.
  package static func index(_ headers: [PageHeader]) -> String {
    var blocks = ["# Rules"]
    for family in Set(headers.map(\.family)).sorted() {
      let members = headers.filter { $0.family == family }.sorted { $0.rule < $1.rule }
      let rows = members.map {
        "| [\($0.rule)](\($0.rule).md) | \($0.summary) | \($0.severity.rawValue) | \($0.stability.rawValue) |"
      }
      blocks.append("## \(family)")
      blocks.append(
        (["| rule | what it reports | severity | stability |", "|---|---|---|---|"] + rows).joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var facts: String {
    let languages = languages.map(\.rawValue).joined(separator: ", ")
    return
      "Family: \(family). Severity: \(severity.rawValue). Stability: \(stability.rawValue)\(since.isEmpty ? "" : ", since \(since)"). "
      + "Languages: \(languages). \(profileSentence) \(roleSentence)"
  }

  /// In which projects the rule runs, in a sentence.
  package var profileSentence: String {
    guard let profiles else { return "Runs in every kind of project." }
    return "Runs by default in projects of these profiles: \(profiles.map(\.rawValue).joined(separator: ", "))."
  }

  /// The roles of the files that the rule applies to, in a sentence.
  package var roleSentence: String {
    guard !roles.isEmpty else { return "Checks files of every role." }
    return "Checks files of these roles: \(roles.map(\.rawValue).joined(separator: ", "))."
  }

  private var optionTable: String {
    let rows = options.map {
      "| `\($0.0)` | `\($0.1.default.inline.escaped)` | \($0.1.help.withoutTrailingWhitespace.escaped) |"
    }
    return (["| option | default | meaning |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static let evidence = "Every verdict on unseen repositories is in [docs/evidence](../evidence/README.md)."

  /// The measured precision, one sentence for each set of repositories.
  package var precisionSentence: String {
    let sentences = precision.compactMap(\.sentence)
    return sentences.isEmpty
      ? "Not measured yet: the rule runs only with `--preview` or when selected by name."
      : sentences.joined(separator: " ")
  }
}

extension RulePrecision {
  fileprivate var sentence: String? {
    guard let share else { return nil }
    let percent = Int((share * 100).rounded())
    let half = debatable > 0 ? " and \(debatable) debatable, which count half" : ""
    var note = note.map { " \($0.withoutTrailingWhitespace)" } ?? ""
    // Another sentence may follow.
    if !note.isEmpty, !note.hasSuffix(".") { note += "." }
    return "\(percent)%: \(correct) of \(sampled) findings reviewed by hand were correct\(half) "
      + "(\(on), \(corpus) repositories).\(note)"
  }
}

extension RuleExample {
  fileprivate var markdown: [String] {
    var blocks = ["**\(title)**"]
    if let configuration { blocks.append(Self.fence(configuration, path: "mllint.yml")) }
    for (path, text) in files {
      blocks.append(Self.fence((try? MarkedText(text).withCarets) ?? text, path: path))
    }
    for (path, text) in fixed ?? OrderedMapping() {
      blocks += ["With `--fix --unsafe-fixes`, it becomes"] + [Self.fence(text, path: path)]
    }
    if let says { blocks.append(says.map { "> \($0)" }.joined(separator: "\n>\n")) }
    return blocks
  }

  /// A block of code under its path; the fence is longer than any in the text.
  private static func fence(_ text: String, path: String) -> String {
    var sign = "```"
    while text.contains(sign) { sign += "`" }
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return "`\(path)`\n\n\(sign)\(Paths.fileExtension(of: path))\n\(body)\n\(sign)"
  }
}

extension YAMLNode {
  /// The value on one line, as it would be written in a configuration.
  var inline: String {
    switch content {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
    case .mapping(let pairs): "{" + pairs.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ") + "}"
    }
  }
}

extension String {
  fileprivate var withoutTrailingWhitespace: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// A bar would end a table's cell.
  fileprivate var escaped: String { replacing("|", with: "\\|").replacing("\n", with: " ") }
}
