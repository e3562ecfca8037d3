import LintModel
import LintSourceText

extension SourceFile {
  /// Whether the text of a declaration mentions deprecation: some of its parameters exist only for old callers.
  func mentionsDeprecation(in declaration: Declaration) -> Bool { mentionsDeprecation(in: declaration.range) }

  private func mentionsDeprecation(in place: SourceRange) -> Bool {
    let range = Int(place.start)..<Int(place.end)
    var matched = 0
    for byte in text.bytes[range.clamped(to: text.bytes.indices)] {
      let letter = byte | 0x20
      matched = letter == Self.mark[matched] ? matched + 1 : letter == Self.mark[0] ? 1 : 0
      if matched == Self.mark.count { return true }
    }
    return false
  }

  private static let mark = Array("deprecat".utf8)

  /// The parameters of a function that a comment, a warning or the documentation calls deprecated.
  func deprecatedParameters(of declaration: Declaration) -> Set<String> {
    let owner = declaration.parent.map { model.declarations[$0] }
    let docs = [declaration.doc, declaration.isInitializer ? owner?.doc : nil].compactMap { $0 }
    var names = Set(
      docs.flatMap(\.parameters).filter { mentionsDeprecation(in: $0.range) }.map(\.name.text))
    guard mentionsDeprecation(in: declaration) else { return names }
    let parameters = Set(declaration.parameters.map(\.name.text))
    for line in text[declaration.range].split(whereSeparator: \.isNewline) {
      let lowered = line.lowercased()
      guard lowered.contains("deprecat") else { continue }
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      // "nesting is deprecated; use depth": the one that it names first.
      if let first = words.first(where: { parameters.contains(String($0)) }) { names.insert(String(first)) }
      // Of a signature on one line, a comment names the one that it stands behind, or one itself.
      if let hash = line.lastIndex(of: "#") {
        let comment = line[hash...].split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        let named = comment.first { parameters.contains(String($0)) }
        let behind = line[..<hash].split { !$0.isLetter && !$0.isNumber && $0 != "_" }
          .last { parameters.contains(String($0)) }
        if let name = named ?? behind { names.insert(String(name)) }
      }
    }
    return names
  }
}
