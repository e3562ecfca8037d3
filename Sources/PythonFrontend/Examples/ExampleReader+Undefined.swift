import LintModel
import LintSourceText
import PythonSyntax

// The names that an example reads without defining them, and those that it defines without reading them.

extension ExampleReader {
  func noteUndefined(_ root: Node, in example: inout Example, besides earlier: [String: Value]) {
    var read: Set<String> = []
    var calls: [Example.Unread] = []
    var annotation: Range<UInt32> = 0..<0
    for node in root.descendants {
      // An annotation says what a value is, for readers.
      if annotation.contains(node.index) { continue }
      switch node.kind {
      case .annotatedAssign:
        var parts = node.children.makeIterator()
        if parts.next() != nil, let type = parts.next() { annotation = type.index..<type.subtreeEnd }
      case .importFrom:
        // What these define cannot be seen.
        if let statement = ImportFrom(node), statement.importsAll || statement.level > 0 {
          example.undefined = []
          return
        }
      // A sketch.
      case .ellipsisLiteral:
        example.undefined = []
        return
      case .name where !node.isStored && !node.isDeleted:
        let name = node.text
        guard read.insert(name).inserted, stores[name] == nil, imported[name] == nil, earlier[name] == nil else {
          continue
        }
        example.undefined.append(Name(name, at: place(node)))
      case .assign: if let call = unreadCall(node) { calls.append(call) }
      default: break
      }
    }
    example.unread = calls.filter { !read.contains($0.name) }
  }

  /// The variable that is set to what a call gives, and nowhere else.
  private func unreadCall(_ node: Node) -> Example.Unread? {
    guard let statement = Assign(node), statement.value.kind == .call, let function = statement.value.firstChild,
      let target = statement.targets.first(where: { $0.kind == .name }), stores[target.text] == 1
    else { return nil }
    switch function.kind {
    case .name: return .init(name: target.text, callee: function.text)
    case .attribute: return function.lastChild.map { .init(name: target.text, callee: $0.text) }
    default: return nil
    }
  }
}
