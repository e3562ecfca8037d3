import LintModel
import LintRuleKit
import LintSourceText

extension RetainedLossGraph {
  /// MLX computes nothing before it is asked to: a sum of losses that no step evaluates keeps the graph of every step.
  func checkSwift(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.model.imports.contains(where: { $0.module.hasPrefix("MLX") }) else { return }
    let updates = file.model.invocations.filter { call in
      file.name(of: call) == "update" && file.argument("gradients", of: call) != nil
    }
    var seen: Set<UInt32> = []
    for update in updates {
      let loops = file.model.regions.filter { $0.kind == .loop && $0.range.contains(update.range) }
      guard let loop = loops.max(by: { $0.range.start < $1.range.start }), seen.insert(loop.range.start).inserted else {
        continue
      }
      check(loop.range, of: update.owner, in: file, &collector)
    }
  }

  private func check(_ loop: SourceRange, of owner: Int?, in file: SourceFile, _ collector: inout FindingCollector) {
    var start = loop.start
    var losses: Set<Substring> = []
    let body = file.text[loop]
    // By bytes: a Windows line end is one character, and no `\n`.
    for bytes in body.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += UInt32(bytes.count + 1) }
      let line = Substring(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
      let words = line.split { " (,)\t".contains($0) }
      if words.first == "let", line.contains("let ("), words.count > 2 { losses.insert(words[1]) }
      guard let keeping = keeping(line), losses.contains(keeping.loss), isOutside(keeping.total, of: body),
        !isEvaluated([keeping.total, keeping.loss], in: loop, file)
      else { continue }
      let indent = UInt32(line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count)
      collector.add(
        .retainedInSwift(String(keeping.total), String(keeping.loss), isList: keeping.isList),
        at: SourceRange(start: start + indent, end: start + UInt32(line.utf8.count)), in: file, of: owner)
    }
  }

  /// `total += loss`, `total = total + loss`, `losses.append(loss)`
  private func keeping(_ line: Substring) -> (total: Substring, loss: Substring, isList: Bool)? {
    let words = line.split(separator: " ")
    if words.count == 3, words[1] == "+=" { return (words[0], words[2], false) }
    if words.count == 5, words[1] == "=", words[3] == "+", words[0] == words[2] { return (words[0], words[4], false) }
    let parts = line.drop { $0 == " " }.split(separator: "(")
    guard parts.count == 2, parts[0].hasSuffix(".append"), parts[1].hasSuffix(")") else { return nil }
    return (parts[0].dropLast(7), parts[1].dropLast(), true)
  }

  private func isOutside(_ total: Substring, of loop: String) -> Bool {
    !total.contains(".") && !loop.contains("var \(total) ") && !loop.contains("var \(total):")
  }

  private func isEvaluated(_ names: [Substring], in loop: SourceRange, _ file: SourceFile) -> Bool {
    file.model.invocations(in: loop).contains { call in
      let callee = file.text[call.callee]
      if names.contains(where: { callee.hasPrefix($0 + ".item") || callee.hasPrefix($0 + ".asArray") }) { return true }
      guard ["eval", "asyncEval", "checkedEval"].contains(file.name(of: call)) else { return false }
      return file.model.arguments[call.arguments].contains { argument in
        file.text[argument.value].split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains(where: names.contains)
      }
    }
  }
}

extension Message {
  fileprivate static func retainedInSwift(_ total: String, _ loss: String, isList: Bool) -> Message {
    """
    '\(total)' keeps the graph of every '\(loss)' in memory; \(isList ? "append" : "add") '\(loss).item(Float.self)', \
    or call 'eval(\(total))' in the loop
    """
  }
}
