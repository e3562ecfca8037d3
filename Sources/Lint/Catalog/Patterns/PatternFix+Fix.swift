import LintModel
import LintSourceText

extension PatternFix {
  /// The change at one call; nil if it cannot be made without reading more than the call.
  func fix(of match: PatternMatch, in file: SourceFile) -> Fix? {
    guard let call = match.call else { return nil }
    if let add { return addition(of: add, to: call, in: file) }
    if let rename { return renaming(to: rename, call, in: file) }
    guard let entry = replace?.entries.first, let argument = file.argument(entry.key, of: call) ?? match.argument else {
      return nil
    }
    return Fix(
      "Pass \(entry.key)=\(entry.value)", isSafe: isSafe, edits: [Fix.Edit(argument.value, entry.value)])
  }

  private var isSafe: Bool { safe ?? false }

  private func addition(of text: String, to call: Invocation, in file: SourceFile) -> Fix? {
    let arguments = file.model.arguments[call.arguments]
    guard let last = arguments.last else {
      // Just before the parenthesis that closes the call.
      guard file.text[call.range].hasSuffix(")"), call.range.end > call.range.start else { return nil }
      let place = SourceRange(start: call.range.end - 1, end: call.range.end - 1)
      return Fix("Pass \(text)", isSafe: isSafe, edits: [Fix.Edit(place, text)])
    }
    // A keyword cannot follow `**values`, nor a generator without parentheses of its own.
    let isGenerator = arguments.count == 1 && last.kind == .other && file.text[last.value].contains(" for ")
    guard last.kind != .unpacking, last.kind != .lambda || last.keyword != nil, !isGenerator,
      last.value.end < call.range.end
    else { return nil }
    let place = SourceRange(start: last.value.end, end: last.value.end)
    return Fix("Pass \(text)", isSafe: isSafe, edits: [Fix.Edit(place, ", \(text)")])
  }

  private func renaming(to name: String, _ call: Invocation, in file: SourceFile) -> Fix? {
    let callee = file.text[call.callee]
    guard let last = callee.split(separator: ".").last else { return nil }
    let range = SourceRange(start: call.callee.end - UInt32(last.utf8.count), end: call.callee.end)
    return Fix("Call \(name)", isSafe: isSafe, edits: [Fix.Edit(range, name)])
  }
}
