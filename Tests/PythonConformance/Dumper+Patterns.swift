import PythonSyntax

extension Dumper {
  mutating func matchCase(_ matchCase: MatchCase) {
    write("(match_case")
    pattern(matchCase.pattern)
    optional(matchCase.guardExpression)
    block(matchCase.body)
    close()
  }

  mutating func pattern(_ node: Node) {
    switch node.kind {
    case .valuePattern: simple("MatchValue", node) { $0.expression(ValuePattern(unchecked: node).value) }
    case .singletonPattern:
      simple("MatchSingleton", node) {
        switch SingletonPattern(unchecked: node).value {
        case .none: $0.write(" None")
        case .true: $0.write(" True")
        case .false: $0.write(" False")
        }
      }
    case .sequencePattern: simple("MatchSequence", node) { $0.patterns(SequencePattern(unchecked: node).patterns) }
    case .mappingPattern:
      let mapping = MappingPattern(unchecked: node)
      simple("MatchMapping", node) {
        $0.list(mapping.items) { $0.expression($1.key) }
        $0.list(mapping.items) { $0.pattern($1.pattern) }
        $0.optionalName(mapping.rest)
      }
    case .classPattern:
      let pattern = ClassPattern(unchecked: node)
      simple("MatchClass", node) {
        $0.expression(pattern.cls)
        let keywords = pattern.arguments.compactMap { KeywordPattern($0) }
        $0.patterns(pattern.arguments.filter { $0.kind != .keywordPattern })
        $0.list(keywords) { $0.name($1.name) }
        $0.list(keywords) { $0.pattern($1.pattern) }
      }
    case .starPattern: simple("MatchStar", node) { $0.optionalName(StarPattern(unchecked: node).name) }
    case .asPattern:
      let pattern = AsPattern(unchecked: node)
      simple("MatchAs", node) {
        $0.pattern(pattern.pattern)
        $0.name(pattern.name)
      }
    case .capturePattern:
      simple("MatchAs", node) {
        $0.none()
        $0.name(CapturePattern(unchecked: node).name)
      }
    case .wildcardPattern:
      simple("MatchAs", node) {
        $0.none()
        $0.none()
      }
    case .orPattern: simple("MatchOr", node) { $0.patterns(OrPattern(unchecked: node).alternatives) }
    default: simple("Invalid", node) { _ in }
    }
  }

  private mutating func patterns<Nodes: Sequence<Node>>(_ nodes: Nodes) { list(nodes) { $0.pattern($1) } }
}
