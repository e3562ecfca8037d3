import LintModel
import LintRuleKit
import LintSourceText

/// Code reads the constant behind an option's default although the option's value is available.
struct BypassedOption: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for declaration in file.model.declarations {
      guard let option = declaration.option, let constant = option.defaultConstant, constant.isConstantName,
        let spelling = option.spellings.first?.text
      else { continue }
      let attribute = "." + spelling.drop { $0 == "-" }.replacing("-", with: "_")
      let hash = Invocation.hash(constant)
      for use in file.model.flow.names where use.hash == hash && !use.isStored && !declaration.range.contains(use.range)
      {
        guard let body = body(around: use.range, in: file), reads(attribute, body, file), !isCompared(use.range, file),
          !isFallback(use.range, attribute.dropFirst(), file)
        else { continue }
        collector.add(.bypassed(constant, spelling, attribute), at: use.range, in: file, of: body)
      }
    }
  }

  /// The innermost function around a place.
  private func body(around range: SourceRange, in file: SourceFile) -> Int? {
    file.model.declarations.lastIndex { $0.isCallable && $0.range.contains(range) }
  }

  private func reads(_ attribute: String, _ body: Int, _ file: SourceFile) -> Bool {
    // In the function that declares the options, the constant can be another default.
    let range = file.model.declarations[body].range
    guard !file.model.declarations.contains(where: { $0.option != nil && range.contains($0.range) }) else {
      return false
    }
    let text = file.text[range]
    var rest = text[...]
    while let found = rest.firstRange(of: attribute) {
      rest = rest[found.upperBound...]
      if rest.first.map({ !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "(" }) ?? true { return true }
    }
    return false
  }

  /// Whether the constant is a parameter's default, or is assigned to the variable that holds the option's value.
  private func isFallback(_ range: SourceRange, _ name: Substring, _ file: SourceFile) -> Bool {
    let isDefault = file.model.declarations.contains { function in
      function.isCallable && function.range.contains(range)
        && function.parameters.contains { $0.defaultRange?.contains(range) == true }
    }
    if isDefault { return true }
    let bytes = file.text.bytes
    let start = bytes[..<Int(range.start)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = String(decoding: bytes[start..<Int(range.start)], as: UTF8.self)
    guard let target = before.split(separator: "=").first, before.contains("=") else { return false }
    return target.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.last == name
  }

  /// `if args.width != WIDTH`: the option is compared with its default, or falls back to it.
  private func isCompared(_ range: SourceRange, _ file: SourceFile) -> Bool {
    file.model.flow.steps.contains { step in
      (step.kind == .condition || step.kind == .alternative) && step.value.contains(range)
        || step.kind == .assignment && step.value.contains(range)
          && file.text[step.value].contains(where: { "=<>".contains($0) })
    }
  }
}

extension Message {
  fileprivate static func bypassed(_ constant: String, _ option: String, _ attribute: String) -> Message {
    "'\(constant)' is only the default of '\(option)', so this ignores the user's value; read '\(attribute.dropFirst())' from the parsed options instead"
  }
}
