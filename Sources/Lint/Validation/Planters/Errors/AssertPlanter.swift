import LintModel
import LintSourceText

/// Turns `if condition: raise ...` on an argument into an `assert`, which `python -O` removes.
struct AssertPlanter: Planter {
  let rule = "assert-as-validation"
  let flaw = "validate an argument with assert"
  let companions: Set<String> = ["error-without-value", "error-without-choices"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.raiseSites.compactMap { site in
      guard site.form == .raise, !site.isCaughtHere, !site.guardedParameters.isEmpty, let condition = site.condition,
        !condition.contains("\n"), case .text(let message) = site.message, !file.text[message.range].contains("\n"),
        let owner = site.owner.map({ file.model.declarations[$0] }), owner.isCallable, owner.isPublic,
        let range = statement(around: site, condition, in: file)
      else { return nil }
      let text = "assert not (\(condition)), \(file.text[message.range])"
      return Plant(file, replace: range, with: text)
    }
  }

  /// The `if` statement that holds nothing but the failure.
  private func statement(around site: RaiseSite, _ condition: String, in file: SourceFile) -> SourceRange? {
    let line = file.lineStart(of: site.range.start)
    guard line > 0, file.indentation(before: site.range.start) != nil else { return nil }
    let above = UInt32(file.lineStart(of: UInt32(line - 1)))
    let head = file.text[SourceRange(start: above, end: UInt32(line - 1))]
    let indentation = head.prefix { $0 == " " }
    guard head.dropFirst(indentation.count) == "if \(condition):" else { return nil }
    let end = file.lineEnd(of: site.range.end)
    let rest = file.text[SourceRange(start: UInt32(end), end: UInt32(end + 1 + 400))].drop { $0 == "\n" }
    let next = rest.prefix { $0 != "\n" }
    let isLast =
      next.prefix { $0 == " " }.count <= indentation.count && !next.contains("else") && !next.contains("elif")
    return isLast ? SourceRange(start: above + UInt32(indentation.count), end: site.range.end) : nil
  }
}
