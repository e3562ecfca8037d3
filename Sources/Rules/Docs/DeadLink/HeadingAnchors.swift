import LintModel

/// The anchors of a document's headings as GitHub generates them and, loosely, as other generators do.
struct HeadingAnchors {
  /// In lower case.
  private(set) var names: Set<String> = []
  /// Only their letters and digits, on which all generators agree.
  private var letters: Set<String> = []

  init(_ headings: [DocumentHeading]) {
    var counts: [String: Int] = [:]
    for heading in headings {
      var slug = heading.isName ? heading.text.lowercased() : Self.slug(heading.text)
      if !heading.isName {
        let count = counts[slug, default: 0]
        counts[slug] = count + 1
        if count > 0 { slug += "-\(count)" }
      }
      names.insert(slug)
      // `_emphasis_` loses its signs, `__init__` in backticks does not.
      if slug.contains("_") {
        names.insert(
          slug.split(separator: "-", omittingEmptySubsequences: false).map {
            String($0.drop { $0 == "_" }.reversed().drop { $0 == "_" }.reversed())
          }.joined(separator: "-"))
      }
      letters.insert(Self.letters(of: slug))
    }
  }

  /// - Parameter isStrict: Whether the document is read only on GitHub.
  func contains(_ anchor: String, isStrict: Bool) -> Bool {
    // Signs that only say how an emoji looks.
    let anchor = String(anchor.lowercased().unicodeScalars.filter { $0.value != 0xFE0F && $0.value != 0x200D })
    if names.contains(anchor) { return true }
    let letters = Self.letters(of: anchor)
    // Generators disagree on headings made of symbols and images only.
    if letters.isEmpty { return true }
    if isStrict, letters.allSatisfy(\.isASCII) { return false }
    return self.letters.contains(letters) || self.letters.contains(String(letters.drop { $0.isNumber }))
  }

  /// A heading's text in lower case, without punctuation, with hyphens for spaces.
  static func slug(_ heading: String) -> String {
    var slug = ""
    for character in plain(heading).lowercased() {
      if character.isLetter || character.isNumber || character == "_" || character == "-" {
        slug.append(character)
      } else if character == " " || character == "\t" {
        slug.append("-")
      }
    }
    return slug
  }

  /// The text of a heading as displayed: the texts of its links, without images, elements and entities.
  private static func plain(_ heading: String) -> String {
    var text = ""
    var rest = heading[...]
    while let character = rest.first {
      switch character {
      case "\\":
        rest = rest.dropFirst()
        if let next = rest.first { text.append(next) }
      case "<": if let end = rest.firstIndex(of: ">") { rest = rest[end...] }
      case "!" where rest.dropFirst().first == "[":
        if let end = rest.firstIndex(of: ")") { rest = rest[end...] }
      case "]" where rest.dropFirst().first == "(":
        if let end = rest.firstIndex(of: ")") { rest = rest[end...] }
      case "&":
        if let end = rest.prefix(8).firstIndex(of: ";") { rest = rest[end...] } else { text.append(character) }
      // An explicit anchor ends the heading.
      case "{" where rest.hasPrefix("{#"), "[" where rest.hasPrefix("[["): rest = ""
      default: text.append(character)
      }
      rest = rest.dropFirst()
    }
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }

  private static func letters(of text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
}
