import LintModel
import LintSourceText
import PythonSyntax

/// The attributes of a parsed command line that a function reads, where nothing else gives it any.
///
/// Only variables are followed that a function binds once, to the result of `parse_args()`.
struct NamespaceReads {
  private let root: Node
  /// How often a scope, by the place of its function, binds a name, and whether to a parsed command line.
  private var bindings: [String: (count: Int, isParsed: Bool)] = [:]

  init(root: Node) { self.root = root }

  mutating func names() -> [LintSourceText.Name] {
    var walker = Walker(root)
    while let node = walker.next() {
      guard node.kind == .name, node.isStored else { continue }
      let parent = walker.ancestors.last
      let isParsed =
        parent?.kind == .assign && parent?.firstChild == node && parent?.lastChild.map(Self.isParsing) == true
      let key = Self.key(node, walker.ancestors)
      let known = bindings[key] ?? (0, true)
      bindings[key] = (known.count + 1, known.isParsed && isParsed)
    }
    var reads: [LintSourceText.Name] = []
    walker = Walker(root)
    while let node = walker.next() {
      guard node.kind == .attribute, !node.isStored, let object = node.firstChild, object.kind == .name,
        let name = node.lastChild, let binding = bindings[Self.key(object, walker.ancestors)], binding.isParsed,
        binding.count == 1,
        // `args.update(...)`: a method, or something that the caller has put there.
        walker.parent.map({ $0.kind == .call && $0.firstChild == node }) != true
      else { continue }
      reads.append(LintSourceText.Name(name.text, at: SourceRange(name)))
    }
    return reads
  }

  /// Whether a value is `parser.parse_args()` with nothing that adds to its result.
  private static func isParsing(_ value: Node) -> Bool {
    guard let call = Call(value), call.function.kind == .attribute else { return false }
    return call.function.lastName?.textEquals("parse_args") == true && call.keyword("namespace") == nil
  }

  private static func key(_ name: Node, _ ancestors: [Node]) -> String {
    let scope = ancestors.last { $0.kind == .functionDefinition || $0.kind == .classDefinition || $0.kind == .lambda }
    return "\(scope.map { String($0.start) } ?? "") \(name.text)"
  }
}
