extension ApiDiffReport {
  package func markdown() -> String {
    var text = "# API changes from \(diff.oldName) to \(diff.newName)\n\n"
    text += "- \(counts)\n"
    if let removals { text += "- Removals: \(removals)\n" }
    if deprecations > 0 { text += "- New deprecations: \(deprecations)\n" }
    text += "- Suggested version: \(version)\n"
    text += "- Surface: \(surface)\n"
    if let problems { text += "- Syntax errors, so the API may be incomplete: \(problems)\n" }
    for (section, groups) in ApiChangeGroups(diff.changes).sections {
      text += "\n## \(section.rawValue)\n"
      for group in groups {
        text += "\n### \(group.module.map { "`\($0)`" } ?? "In several places")\n\n"
        for item in group.items { text += self.item(item) }
      }
    }
    if !diff.accepted.isEmpty {
      text += "\n## Accepted\n\n"
      for (change, reason) in diff.accepted { text += "- \(code(change.message)). \(reason)\(place(change))\n" }
    }
    return text
  }

  private func item(_ item: ApiChangeGroups.Item) -> String {
    let change = item.change
    var text = "- \(code(change.message))"
    switch (change.before, change.after) {
    case (let before?, let after?) where change.effect != .extends:
      text += ": `\(ApiSignature.oneLine(before))` before, `\(ApiSignature.oneLine(after))` now"
    case (nil, let after?): text += ": `\(ApiSignature.oneLine(after))`"
    default: break
    }
    text += place(change)
    if !item.others.isEmpty {
      let names = others(item).map { "`\($0)`" }.joined(separator: ", ")
      text += "\n  The same for \(item.others.count) more: \(names)"
    }
    return text + "\n"
  }

  /// The place in the new state, or in the old one for what is gone.
  private func place(_ change: ApiChange) -> String {
    (change.newPlace ?? change.oldPlace).map { " (\($0.text))" } ?? ""
  }

  /// Names between single quotes as code.
  private func code(_ message: String) -> String {
    var result = ""
    var isOpen = false
    var previous: Character = " "
    for (index, character) in zip(message.indices, message) {
      let next = message.index(after: index) < message.endIndex ? message[message.index(after: index)] : " "
      // A quote at the edge of a word, and not an apostrophe or a quote inside a quotation.
      let isEdge = isOpen ? " ,;:.)".contains(next) : " (".contains(previous) && next != " "
      if character == "'", isEdge {
        result.append("`")
        isOpen.toggle()
      } else {
        result.append(character)
      }
      previous = character
    }
    return result
  }
}
