import LintModel
import LintSourceText
import PythonSyntax

// What an example uses and calls, and what excuses it.

extension ExampleReader {
  func value(of node: Node) -> Value? {
    switch node.kind {
    case .name:
      let name = node.text
      if let known = values[name] { return known }
      guard (stores[name] ?? 0) == 0, imported[name] == nil else { return nil }
      if let home, home.names.contains(name) {
        return Value(path: "\(home.module).\(name)", isImplicit: true, ranges: [place(node)])
      }
      return Value(path: name, isImplicit: true, ranges: [place(node)])
    case .attribute:
      guard let object = node.firstChild, var value = value(of: object), value.member == nil,
        let name = node.lastChild
      else { return nil }
      if value.isResult {
        value.member = name.text
      } else {
        value.path += ".\(name.text)"
      }
      value.ranges.append(place(name))
      return value
    case .call:
      guard let function = node.firstChild, var value = value(of: function), !value.isResult else { return nil }
      value.isResult = true
      value.ranges = []
      return value
    default: return nil
    }
  }

  mutating func addAttribute(_ node: Node) {
    guard let value = value(of: node), let name = node.lastChild else { return }
    if !value.isResult, let parent = parents.last, parent.kind == .attribute, parent.firstChild == node,
      self.value(of: parent) != nil
    {
      return
    }
    add(value, range: place(name), calledBy: isCallee(node) ? parents.last : nil)
  }

  mutating func add(_ value: Value, range: SourceRange, calledBy call: Node?) {
    guard value.path.contains("."), let node = call ?? parents.last, !isSkipped(node) else { return }
    let ranges = value.isResult ? [range] : value.ranges.isEmpty ? [range] : value.ranges
    var use = ExampleUse(path: value.path, member: value.member, ranges: ranges)
    use.isImplicit = value.isImplicit
    if let call = call.flatMap({ Call($0) }) { use.passed = passed(call) }
    uses.append(use)
  }

  private func passed(_ call: Call) -> ExampleUse.Passed {
    var passed = ExampleUse.Passed(count: 0, keywords: [], isOpen: false)
    for argument in call.argumentList.all {
      switch argument.kind {
      case .keywordArgument:
        guard let keyword = KeywordArgument(argument) else { continue }
        passed.keywords.append(.init(name: keyword.name.text, range: place(keyword.name)))
        if keyword.value.kind == .ellipsisLiteral { passed.isOpen = true }
      case .keywordUnpack, .starred, .ellipsisLiteral: passed.isOpen = true
      default: passed.count += 1
      }
    }
    let range = call.node.range
    if comments.contains(where: { range.contains($0.lowerBound) }) { passed.isOpen = true }
    return passed
  }

  /// Whether something around says that it may fail, or is meant for another version.
  func isSkipped(_ node: Node) -> Bool {
    if skippedRanges.contains(where: { $0.overlaps(node.start..<max(node.start + 1, node.end)) }) { return true }
    return parents.contains { parent in
      switch parent.kind {
      case .tryStatement: return parent.child(.exceptHandler) != nil
      case .withStatement:
        return parent.child(.withItem).map { Self.mentions($0, ["raises", "suppress", "warns"]) } ?? false
      case .ifStatement, .elifClause:
        return parent.firstChild.map { Self.mentions($0, ["version", "available", "hasattr", "installed"]) } ?? false
      default: return false
      }
    }
  }

  private static func mentions(_ node: Node, _ words: [String]) -> Bool {
    let text = node.text.lowercased()
    return words.contains { text.contains($0) }
  }
}
