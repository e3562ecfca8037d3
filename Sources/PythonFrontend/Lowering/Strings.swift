import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Notes the words of a literal, and where one literal is joined to the next.
  mutating func addString(_ node: Node) {
    if mentionsWords { mentionWords(of: node) }
    noteText(node)
    noteKeys(in: node)
    noteEnvironmentText(node)
    guard let first = node.firstChild, first.subtreeEnd < node.subtreeEnd else { return }
    let text = MessageText(tree: tree, function: nil).literal(node)
    var joins: [SourceRange] = []
    var previous: Node?
    for piece in node.children {
      if let previous {
        joins.append(
          SourceRange(
            start: StringPieceText.content(of: previous).end, end: StringPieceText.content(of: piece).start))
      }
      previous = piece
    }
    var concatenation = Concatenation(
      use: uses.last?.use ?? (parents.last?.kind == .expressionStatement ? .doc : .other),
      text: MessageTemplate(range: SourceRange(node), pieces: text.pieces), joins: joins, isElement: isElement)
    if !node.isParenthesized { concatenation.display = display }
    model.concatenations.append(concatenation)
  }

  /// The list, tuple or set whose element the node at hand is.
  private var display: Concatenation.Display? {
    guard let parent = parents.last, [.list, .tuple, .set].contains(parent.kind) else { return nil }
    var display = Concatenation.Display(strings: [], joined: 0, others: 0)
    for element in parent.children {
      if element.kind != .stringLiteral {
        display.others += 1
      } else if element.firstChild?.subtreeEnd == element.subtreeEnd {
        display.strings.append(SourceRange(element))
      } else {
        display.joined += 1
      }
    }
    return display
  }

  /// True for an element of a display of strings, or a part of one, where a comma may be what is missing.
  private var isElement: Bool {
    switch parents.last(where: { $0.kind != .binaryOperation })?.kind {
    case .list, .tuple, .set: true
    default: false
    }
  }

  private mutating func mentionWords(of node: Node) {
    for piece in node.children {
      for word in piece.bytes.split(whereSeparator: { !$0.isIdentifierByte }) where word.count > 2 {
        model.mentions.insert(bytes: word)
      }
    }
  }
}
