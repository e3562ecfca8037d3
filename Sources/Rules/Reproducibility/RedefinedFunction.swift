import LintModel
import LintRuleKit
import LintSourceText

/// A notebook redefines a function with different parameters, so that a call above fails when its cell is rerun.
struct RedefinedFunction: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard !file.text.cells.isEmpty else { return }
    let functions = file.model.declarations.filter { declaration in
      declaration.kind == .function && declaration.attributes.isEmpty
        && declaration.parent.map { file.model.declarations[$0].kind == .module } ?? true
    }
    for (name, definitions) in Dictionary(grouping: functions, by: \.name.text).sorted(by: { $0.key < $1.key })
    where definitions.count > 1 {
      for (first, second) in zip(definitions, definitions.dropFirst()) {
        guard let call = brokenCall(of: name, between: first, and: second, in: file),
          let old = cell(of: call.range, in: file),
          let new = cell(of: second.name.range, in: file), old != new
        else { continue }
        collector.add(
          .redefined(name, old), at: second.name.range, in: file,
          related: [Evidence("called here", at: Location(path: file.reference.path, range: call.range))])
      }
    }
  }

  private func cell(of range: SourceRange, in file: SourceFile) -> Int? {
    file.text.cells.last { $0.start <= range.start }?.number
  }

  /// A call of the first definition that the second would reject.
  private func brokenCall(
    of name: String, between first: Declaration, and second: Declaration, in file: SourceFile
  ) -> Invocation? {
    let hash = Invocation.hash(name)
    return file.model.invocations.first { call in
      call.nameHash == hash && call.range.start > first.range.end && call.range.end < second.range.start
        && !call.hasUnpacking && !isDefined(name, before: call, in: file) && file.text[call.callee] == name
        && fits(call, first, in: file)
        && !fits(call, second, in: file)
    }
  }

  /// Whether the cell of a call defines the function itself, whatever wraps it.
  private func isDefined(_ name: String, before call: Invocation, in file: SourceFile) -> Bool {
    guard let start = file.text.cells.last(where: { $0.start <= call.range.start })?.start else { return false }
    return file.model.declarations.contains {
      $0.name.text == name && $0.kind != .module && $0.name.range.start >= start
        && $0.name.range.start < call.range.start
    }
  }

  /// Whether a call passes what a function requires, and nothing that it does not take.
  private func fits(_ call: Invocation, _ function: Declaration, in file: SourceFile) -> Bool {
    var positional = 0
    var keywords: Set<String> = []
    for argument in file.model.arguments[call.arguments] {
      if let keyword = argument.keyword { keywords.insert(file.text[keyword]) } else { positional += 1 }
    }
    var passed: Set<String> = []
    for parameter in function.parameters {
      switch parameter.kind {
      case .variadicPositional: positional = 0
      case .variadicKeyword:
        keywords = keywords.filter { name in function.parameters.contains { $0.name.text == name } }
      case .positionalOnly, .positionalOrKeyword:
        if positional > 0 {
          positional -= 1
          passed.insert(parameter.name.text)
        }
      case .keywordOnly: break
      }
    }
    let names = Set(function.parameters.filter { !$0.isVariadic && $0.kind != .positionalOnly }.map(\.name.text))
    guard positional == 0, keywords.isSubset(of: names), keywords.isDisjoint(with: passed) else { return false }
    return function.parameters.allSatisfy { parameter in
      parameter.isVariadic || parameter.defaultValue != nil || passed.contains(parameter.name.text)
        || keywords.contains(parameter.name.text)
    }
  }
}

extension Message {
  fileprivate static func redefined(_ name: String, _ cell: Int) -> Message {
    """
    '\(name)' is redefined with different parameters, so cell \(cell) above fails when it is rerun; \
    give it another name
    """
  }
}
