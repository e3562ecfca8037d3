import LintModel
import LintSourceText
import PythonSyntax

/// Reads an expression as a text: literals, f-strings, `%`, `.format`, `+`.
struct MessageText {
  let tree: Tree
  /// The function that the text is in; its assignments are followed, once.
  let function: Node?
  /// Whether a text outside functions may name what the module assigns.
  var isInModule = false
  /// How many assignments may still be followed.
  private var hops = 1
  /// Where the text that is being read stands.
  private var position: UInt32 = 0

  init(tree: Tree, function: Node?) {
    self.tree = tree
    self.function = function
  }

  /// What a reader gets to see of an expression.
  func read(_ node: Node) -> RaiseSite.Message {
    var reader = self
    reader.position = node.start
    return reader.text(node)
  }

  private func text(_ node: Node) -> RaiseSite.Message {
    guard let pieces = pieces(of: node) else { return .unreadable }
    var text = MessageTemplate(range: SourceRange(node), pieces: pieces.pieces, unfilled: pieces.unfilled)
    text.tail = tail(of: node)
    return .text(text)
  }

  /// The end of a literal that is here: alone, or before `%` and `.format`.
  private func tail(of node: Node) -> MessageTemplate.Tail? {
    switch node.kind {
    case .stringLiteral, .formattedString:
      guard let last = node.lastChild else { return nil }
      return MessageTemplate.Tail(
        form: last.kind == .formattedPiece ? .interpolated : .plain, literal: SourceRange(last),
        characters: StringPieceText.content(of: last))
    case .binaryOperation:
      guard let operation = BinaryOperation(node), operation.operation == .modulo else { return nil }
      return template(operation.left)
    case .call:
      guard let method = Call(node).flatMap({ Attribute($0.function) }), method.attribute.textEquals("format") else {
        return nil
      }
      return template(method.value)
    default: return nil
    }
  }

  private func template(_ node: Node) -> MessageTemplate.Tail? {
    guard node.kind == .stringLiteral, var tail = tail(of: node) else { return nil }
    tail.form = .template
    return tail
  }

  struct Pieces {
    var pieces: [MessageTemplate.Piece] = []
    var unfilled: [MessageTemplate.Placeholder] = []
  }

  /// Nil if the text cannot be read here.
  func pieces(of node: Node) -> Pieces? {
    switch node.kind {
    case .stringLiteral, .formattedString: literal(node)
    case .binaryOperation: operation(node)
    case .call: call(node)
    case .name: followed(node)
    case .attribute: constant(ofClass: node)
    default: nil
    }
  }

  /// `"..." "..." f"..."`
  func literal(_ node: Node) -> Pieces {
    var result = Pieces()
    for piece in node.children {
      if piece.kind == .formattedPiece {
        result.pieces += formatted(piece)
      } else {
        let range = StringPieceText.content(of: piece)
        result.pieces.append(MessageTemplate.Piece(.literal(StringPieceText.value(of: piece)), at: range))
        result.unfilled += placeholders(in: range)
      }
    }
    return result
  }

  private func formatted(_ piece: Node) -> [MessageTemplate.Piece] {
    piece.children.map { part in
      guard part.kind == .replacementField, let value = part.firstChild else {
        var text = Escapes.decode(part.text)
        if text.contains("{{") { text = text.replacing("{{", with: "{") }
        if text.contains("}}") { text = text.replacing("}}", with: "}") }
        return MessageTemplate.Piece(.literal(text), at: SourceRange(part))
      }
      let showsName = part.children.contains { $0.kind == .debugEqual }
      // `f"{'x'}"` shows a constant, not a value.
      if value.kind == .stringLiteral {
        return MessageTemplate.Piece(.literal(literal(value).pieces.map(\.plain).joined()), at: SourceRange(part))
      }
      return MessageTemplate.Piece(showsName ? .namedValue(value.text) : .value(value.text), at: SourceRange(part))
    }
  }

  /// `"..." % values` and `"..." + rest`.
  private func operation(_ node: Node) -> Pieces? {
    guard let operation = BinaryOperation(node) else { return nil }
    switch operation.operation {
    case .modulo:
      guard var left = pieces(of: operation.left) else { return nil }
      left.unfilled = left.unfilled.filter { !$0.text.hasPrefix("%") }
      left.pieces += values(operation.right.kind == .tuple ? Array(operation.right.children) : [operation.right])
      return left
    case .add: return sum(node)
    default: return nil
    }
  }

  /// `a + b + c`, from left to right in one go: the operands nest as deep as they are many. Values before the first text
  /// are one value.
  private func sum(_ node: Node) -> Pieces? {
    var spine: [BinaryOperation] = []
    var first = node
    while let operation = BinaryOperation(first), operation.operation == .add {
      spine.append(operation)
      first = operation.left
    }
    var result = pieces(of: first)
    for operation in spine.reversed() {
      let right = pieces(of: operation.right)
      if result == nil, right != nil { result = Pieces(pieces: values([operation.left])) }
      guard result != nil else { continue }
      let more = right ?? Pieces(pieces: values([operation.right]))
      result?.pieces += more.pieces
      result?.unfilled += more.unfilled
    }
    return result
  }

  /// `"...".format(...)`; any other method or function makes a text that is not known here.
  private func call(_ node: Node) -> Pieces? {
    guard let call = Call(node) else { return nil }
    if let method = Attribute(call.function), method.attribute.textEquals("format") {
      guard var template = pieces(of: method.value) else { return nil }
      template.unfilled = template.unfilled.filter { $0.text.hasPrefix("%") }
      template.pieces += values(call.argumentList.all.map { KeywordArgument($0)?.value ?? $0 })
      return template
    }
    if call.function.textEquals("str") || call.function.textEquals("repr"), let value = call.argumentList.all.first {
      return Pieces(pieces: values([value]))
    }
    return nil
  }

  private func values(_ nodes: [Node]) -> [MessageTemplate.Piece] {
    nodes.map { node in
      if node.kind == .stringLiteral {
        return MessageTemplate.Piece(.literal(literal(node).pieces.map(\.plain).joined()), at: SourceRange(node))
      }
      return MessageTemplate.Piece(.value(node.text), at: SourceRange(node))
    }
  }

  /// The text of a name: a local one, else a constant of the module.
  private func followed(_ name: Node) -> Pieces? {
    guard hops > 0 else { return nil }
    if let function, function.descendants.contains(where: { Self.binds($0, name) }) {
      return assigned(name, in: function)
    }
    return Constants(tree: tree).value(of: name).flatMap(read(constant:))
  }

  /// True for what gives the name a meaning of its own inside a function.
  private static func binds(_ node: Node, _ name: Node) -> Bool {
    switch node.kind {
    case .name: node.isStored && node.textEquals(name)
    case .parameter: node.firstChild?.textEquals(name) == true
    default: false
    }
  }

  /// `self._MESSAGE`, where the class around assigns it.
  private func constant(ofClass attribute: Node) -> Pieces? {
    guard hops > 0 else { return nil }
    return Constants(tree: tree).value(of: attribute).flatMap(read(constant:))
  }

  private func read(constant value: Node) -> Pieces? {
    var next = self
    next.hops -= 1
    return next.pieces(of: value)
  }

  /// What a local name was given, where that happened once, and what `+=` added to it.
  private func assigned(_ name: Node, in function: Node) -> Pieces? {
    let assignments = function.descendants.filter { node in
      node.kind == .assign && node.start < name.start && node.firstChild?.kind == .name
        && node.firstChild?.textEquals(name) == true
    }
    let additions = function.descendants.filter { node in
      node.kind == .augmentedAssign && node.start < name.start && node.firstChild?.textEquals(name) == true
    }
    guard assignments.count == 1, let value = assignments.first?.lastChild, var result = read(constant: value) else {
      return nil
    }
    for addition in additions {
      guard let added = addition.lastChild, let start = assignments.first?.start, addition.start > start,
        AugmentedAssign(addition)?.operation == .add
      else {
        return nil
      }
      let more = read(constant: added) ?? Pieces(pieces: values([added]))
      result.pieces += more.pieces
      result.unfilled += more.unfilled
    }
    return result
  }

  /// `{name}` and `%s` in a literal that is not an f-string. Braces count only around a name that is in scope.
  private func placeholders(in range: SourceRange) -> [MessageTemplate.Placeholder] {
    let bytes = tree.source
    var result: [MessageTemplate.Placeholder] = []
    var index = Int(range.start)
    let end = Int(range.end)
    while index < end {
      if bytes[index] == UInt8(ascii: "{") {
        if index + 1 < end, bytes[index + 1] == UInt8(ascii: "{") {
          index += 2
          continue
        }
        guard let close = bytes[index..<end].firstIndex(of: UInt8(ascii: "}")) else { break }
        let inside = bytes[(index + 1)..<close]
        let name = inside.prefix { $0.isIdentifierByte }
        let rest = inside.dropFirst(name.count)
        if !name.isEmpty, Self.continuesField(rest) {
          guard
            isAnnounced(index, from: Int(range.start)) || isInScope(name, rest)
              || attribute(ofParameter: String(decoding: name, as: UTF8.self)) != nil
          else {
            // Braces around a word that is not a name are a notation, and so are the others beside it.
            return result.filter { $0.text.hasPrefix("%") }
          }
          let isPart = index > Int(range.start) && (bytes[index - 1].isIdentifierByte || bytes[index - 1] == 0x2D)
          // `layer_{index}`, where `index` has no value: a pattern.
          let isPattern = isPart && rest.isEmpty && !isBound(String(decoding: name, as: UTF8.self))
          if !isPattern, !isNotation(before: index, from: Int(range.start)) {
            result.append(described(placeholder(index, close + 1), String(decoding: name, as: UTF8.self), rest))
          }
        }
        index = close + 1
      } else if bytes[index] == UInt8(ascii: "%"), index + 1 < end {
        let sign = bytes[index + 1]
        let isFree = index + 2 >= end || !bytes[index + 2].isIdentifierByte
        let follows = index == Int(range.start) || !(bytes[index - 1] >= 0x30 && bytes[index - 1] <= 0x39)
        if sign == UInt8(ascii: "s") || sign == UInt8(ascii: "d") || sign == UInt8(ascii: "r"), isFree, follows {
          result.append(placeholder(index, index + 2))
        }
        index += 2
      } else {
        index += 1
      }
    }
    return result
  }

  private func placeholder(_ start: Int, _ end: Int) -> MessageTemplate.Placeholder {
    let range = UInt32(start)..<UInt32(end)
    return MessageTemplate.Placeholder(text: tree.text(of: range), range: SourceRange(range))
  }

  /// Adds that the name of a field has no value here, and which name was probably meant.
  private func described(
    _ field: MessageTemplate.Placeholder, _ name: String, _ rest: Slice<UnsafeBufferPointer<UInt8>>
  ) -> MessageTemplate.Placeholder {
    guard rest.first != UInt8(ascii: "("), let function, name != "self", name != "cls",
      !binds(name, in: function, anywhere: true), !isVisible(name)
    else { return field }
    var field = field
    field.unknown = name
    if let attribute = attribute(ofParameter: name) {
      field.meant = attribute
      return field
    }
    let parameters = function.descendants.filter { $0.kind == .parameter }.compactMap { $0.firstChild?.text }
    let similar = parameters.filter { $0.count > 2 && ($0.hasPrefix(name) || name.hasPrefix($0)) }
    field.meant = similar.count == 1 ? similar[0] : nil
    return field
  }

  /// Whether the module or a function around gives a name a value; what a class assigns, its methods do not see.
  private func isVisible(_ name: String) -> Bool {
    tree.root.children.contains { statement in
      if statement.kind == .classDefinition {
        let method = statement.descendants.first { $0.kind == .functionDefinition && contains($0) }
        return method.map { binds(name, in: $0, anywhere: true) } ?? false
      }
      guard statement.kind != .functionDefinition || contains(statement) else { return false }
      return binds(name, in: statement, anywhere: true)
    }
  }

  /// `limit.rate`, if the function reads that attribute of a parameter or of `self`.
  private func attribute(ofParameter name: String) -> String? {
    guard let function else { return nil }
    var parameters: Set<String> = []
    for node in function.descendants where node.kind == .parameter {
      node.firstChild.map { _ = parameters.insert($0.text) }
    }
    let found = function.descendants.first { node in
      node.kind == .attribute && node.lastChild?.text == name
        && node.firstChild.map { $0.kind == .name && parameters.contains($0.text) } == true
    }
    return found?.text
  }

  private static let notations = [
    "pattern ", "pattern: ", "placeholder", "template ", "of the form ", "the form ", "in the format ", "formatted as ",
  ]

  /// "the name must have the form layer_{index}": the words before say that the braces are shown on purpose.
  private func isNotation(before brace: Int, from start: Int) -> Bool {
    let before = tree.text(of: UInt32(max(start, brace - 60))..<UInt32(brace)).lowercased()
    return Self.notations.contains(where: before.contains)
  }

  /// "received {index}": the words before say that a value follows, even if no such name is in scope.
  private func isAnnounced(_ brace: Int, from start: Int) -> Bool {
    let before = tree.text(of: UInt32(max(start, brace - 12))..<UInt32(brace))
    let words = before.split { !$0.isLetter }
    return words.last.map { ["received", "got", "found"].contains($0.lowercased()) } ?? false
  }

  /// A parameter or a variable of the function, or an attribute that it reads or sets under that name.
  private func isInScope(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if rest.first == UInt8(ascii: "("), ["type", "len"].contains(String(decoding: name, as: UTF8.self)) {
      let argument = rest.dropFirst().prefix { $0.isIdentifierByte }
      return isInScope(String(decoding: argument, as: UTF8.self))
    }
    return isInScope(String(decoding: name, as: UTF8.self))
  }

  private func isInScope(_ name: String) -> Bool {
    if function == nil, !isInModule { return false }
    let place = function ?? tree.root
    if binds(name, in: place, anywhere: true) || function != nil && isConstantOfModule(name) { return true }
    return place.descendants.contains { node in
      node.kind == .attribute && node.firstChild?.textEquals("self") == true && node.lastChild?.text == name
    }
  }

  /// Whether a name has a value where the text stands.
  private func isBound(_ name: String) -> Bool {
    binds(name, in: function ?? tree.root, anywhere: false) || isConstantOfModule(name)
  }

  /// A name in capitals that the module assigns or imports.
  private func isConstantOfModule(_ name: String) -> Bool {
    guard name.count > 1, name.utf8.allSatisfy({ $0 < 0x61 || $0 > 0x7A }) else { return false }
    return tree.root.children.contains { statement in
      switch statement.kind {
      case .assign, .annotatedAssign: statement.firstChild?.text == name
      case .importFrom: statement.descendants.contains { $0.kind == .identifier && $0.text == name }
      default: false
      }
    }
  }

  /// Whether a name is given a value; unless `anywhere`, what only another branch assigns has none here.
  private func binds(_ name: String, in place: Node, anywhere: Bool) -> Bool {
    var next = [place]
    while let node = next.popLast() {
      switch node.kind {
      case .name: if node.isStored, node.text == name { return true }
      case .parameter: if node.firstChild?.text == name { return true }
      case .exceptHandler: if ExceptHandler(node)?.name?.text == name { return true }
      case .functionDefinition where node != place && !contains(node): continue
      default: break
      }
      let isSplit = !anywhere && node.kind == .ifStatement && contains(node)
      next += node.children.filter { child in
        !isSplit || contains(child) || child.kind != .block && child.kind != .elifClause && child.kind != .elseClause
      }
    }
    return false
  }

  private func contains(_ node: Node) -> Bool { node.start <= position && position < node.end }

  /// What may be after the name in a field: an attribute, an index, a conversion, a format.
  private static func continuesField(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch rest.first {
    case nil: true
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "("): !rest.contains(UInt8(ascii: " "))
    case UInt8(ascii: "!"), UInt8(ascii: ":"): rest.count <= 8 && !rest.contains(UInt8(ascii: " "))
    case UInt8(ascii: "="): rest.count == 1
    default: false
    }
  }
}

extension MessageTemplate.Piece {
  fileprivate var plain: String { if case .literal(let text) = content { text } else { "" } }
}
