import LintModel
import LintSourceText

/// Takes the owner from a TODO comment, or the code from a suppression.
struct CommentPlanter: Planter {
  let rule: String
  let kind: TaggedComment.Kind
  let languages: Set<Language> = [.python, .swift]
  /// What the others are like decides whether one is reported.
  let scope = PlantingScope.repository

  var flaw: String {
    kind == .task ? "drop the owner of a TODO comment" : "suppress every finding instead of one"
  }

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.taggedComments.compactMap { comment in
      guard comment.kind == kind, !isObvious(comment, in: file),
        let range = detail(in: file.text[comment.range], from: comment.range.start)
      else {
        return nil
      }
      return Plant(file, [Fix.Edit(range, "")], expected: comment.range)
    }
  }

  /// What a package imports for its callers needs no reason.
  private func isObvious(_ comment: TaggedComment, in file: SourceFile) -> Bool {
    kind == .suppression && (file.reference.path.hasSuffix("__init__.py") || file.text[comment.range].contains("F401"))
  }

  /// `(ada)` of `TODO(ada): why`, `: F401` of `# noqa: F401`, `[arg-type]` of `# type: ignore[arg-type]`, where nothing
  /// else explains the comment.
  private func detail(in text: String, from start: UInt32) -> SourceRange? {
    let forms = kind == .task ? [("TODO(", ")"), ("FIXME(", ")")] : [("# noqa:", ""), ("# type: ignore[", "]")]
    for (opening, closing) in forms {
      guard let found = text.firstRange(of: opening) else { continue }
      let from = text.index(before: found.upperBound)
      let close = closing.isEmpty ? text.endIndex : text[from...].firstRange(of: closing)?.upperBound
      guard let close else { return nil }
      if kind == .suppression, text[close...].contains(where: { !$0.isWhitespace }) { return nil }
      if kind == .task, text[close...].contains("http") || text[close...].contains("#") { return nil }
      if opening == "# noqa:",
        text[found.upperBound...].contains(where: { !"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789, ".contains($0) })
      {
        return nil
      }
      let offset = { (index: String.Index) in start + UInt32(text[..<index].utf8.count) }
      return SourceRange(start: offset(from), end: offset(close))
    }
    return nil
  }
}
