import LintRuleKit

/// Finds exclusionary terms in names and in documents.
struct ExclusionaryForms: Sendable {
  /// One spelling of a term to report.
  struct Form: Sendable {
    let term: ExclusionaryWord
    /// Its words joined by underscores.
    let text: String
    let words: [Substring]

    fileprivate init(_ text: String, of term: ExclusionaryWord) {
      self.term = term
      self.text = text
      let words = text.split(separator: "_")
      self.words = words.isEmpty ? [text[...]] : words
    }
  }

  /// By first word, so that one lookup for each word rules out nearly every name.
  private let forms: [Substring: [Form]]
  /// Whether some form begins with three given letters, in either case.
  private let beginnings: [Bool]

  init(_ terms: [ExclusionaryWord]) {
    forms = Dictionary(grouping: terms.flatMap { term in term.forms.map { Form($0, of: term) } }) {
      $0.words.first ?? ""
    }
    beginnings = forms.keys.reduce(into: Array(repeating: false, count: 1 << 15)) { table, start in
      let letters = Array(start.utf8.prefix(3))
      // A shorter form can be followed by anything.
      guard letters.count == 3 else {
        table = Array(repeating: true, count: 1 << 15)
        return
      }
      table[letters.reduce(0) { $0 << 5 | Int($1 & 31) }] = true
    }
  }

  /// Whether a name, in any case, contains the first three letters of some form. Hardly any name does.
  func mayOccur(inName name: String) -> Bool {
    var place = 0
    var count = 0
    for byte in name.utf8 {
      place = (place << 5 | Int(byte & 31)) & (1 << 15 - 1)
      count += 1
      if count >= 3, beginnings[place] { return true }
    }
    return false
  }

  /// The first form in a canonical name.
  func first(inName canonical: String) -> Form? {
    let words = canonical.split(separator: "_")
    for (start, word) in words.enumerated() {
      for form in forms[word] ?? [] where words[start...].starts(with: form.words) {
        let next = words.dropFirst(start + form.words.count).first
        let previous = start > 0 ? words[start - 1] : nil
        if form.term.isMeant(after: previous, before: next) { return form }
      }
    }
    return nil
  }

  /// The form that begins at a word of a document and is not quoted.
  func form(at index: Int, of words: [Prose.Word]) -> Form? {
    guard let forms = forms[words[index].text[...]], !words[index].isQuoted else { return nil }
    return forms.first { form in
      let last = index + form.words.count - 1
      guard last < words.count, words[index...last].elementsEqual(form.words, by: { $0.text == $1 }),
        words[index...last].dropFirst().allSatisfy({ !$0.beginsPhrase })
      else { return false }
      let next = last + 1 < words.count && !words[last + 1].beginsPhrase ? words[last + 1].text[...] : nil
      return form.term.isMeant(after: nil, before: next)
    }
  }
}

extension ExclusionaryWord {
  /// Whether the neighboring words give the term its exclusionary meaning.
  fileprivate func isMeant(after previous: Substring?, before next: Substring?) -> Bool {
    if let next, notBefore?.contains(String(next)) == true { return false }
    guard before != nil || after != nil else { return true }
    if let next, before?.contains(String(next)) == true { return true }
    guard let previous else { return false }
    return after?.contains(String(previous)) == true
  }
}
