import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// What a call passes, and what becomes of its result.
  mutating func noteCall(_ node: Node) {
    guard let call = Call(node) else { return }
    guard let callee = call.function.lastName else {
      // `makers[name](rate=0.1)` may call anything.
      for argument in call.argumentList.all where argument.kind == .keywordArgument {
        if let name = argument.firstChild { model.calls.keywords.insert(bytes: name.bytes) }
      }
      return
    }
    var count = 0
    /// Arguments before the first `*values`, behind which no place is certain.
    var certain: Int?
    var isOpen = false
    var booleans: [Int] = []
    let firstArgument = model.arguments.count
    for argument in call.argumentList.all {
      model.arguments.append(Invocation.Argument(argument))
      switch argument.kind {
      case .keywordArgument:
        if let name = argument.firstChild { model.calls.keywords.insert(bytes: name.bytes) }
      case .keywordUnpack: isOpen = true
      case .starred:
        isOpen = true
        certain = certain ?? count
        count += 1
      case .trueLiteral, .falseLiteral:
        // After `*values` the position is unknown.
        if !isOpen { booleans.append(count) }
        count += 1
      default: count += 1
      }
    }
    let hash = IdentifierSet.hash(callee.bytes)
    if count > 0 || isOpen { model.calls.insert(count: count, hash: hash, isOpen: isOpen) }
    model.invocations.append(
      Invocation(
        range: SourceRange(node), callee: SourceRange(call.function), nameHash: hash, owner: owner ?? 0,
        arguments: firstArgument..<model.arguments.count, isDotted: call.function.isDotted, hasUnpacking: isOpen))
    let unpacked = unpacking(of: node)
    count = certain ?? count
    guard count >= CallSite.longCall || !booleans.isEmpty || unpacked != nil else { return }
    let arguments = count >= CallSite.longCall ? call.arguments.prefix(count).map { argumentName($0) } : []
    let site = CallSite(
      callee: LintSourceText.Name(callee), receiver: receiver(of: call.function), count: count, arguments: arguments,
      booleans: booleans, unpacked: unpacked)
    if site.isWorthShowing { model.calls.sites.append(site) }
  }

  /// What an argument is called where it is passed: `eps` of `eps`, `self.eps` and `group["eps"]`.
  private func argumentName(_ node: Node) -> String {
    if node.kind == .subscript, let key = node.lastChild.flatMap(literalName) { return key.text }
    return node.lastName?.text ?? ""
  }

  private func receiver(of function: Node) -> CallSite.Receiver {
    guard function.kind == .attribute, let object = function.firstChild else { return .none }
    if object.kind == .name { return object.textEquals("self") || object.textEquals("cls") ? .own : .other }
    return object.kind == .call && object.firstChild?.textEquals("super") == true ? .own : .other
  }

  /// `a, b, _, _ = call(...)`
  private func unpacking(of node: Node) -> CallSite.Unpacking? {
    guard let statement = parents.last, statement.kind == .assign, let target = statement.firstChild,
      target.kind == .tuple, statement.lastChild == node
    else { return nil }
    var unpacking = CallSite.Unpacking(count: 0, discarded: 0)
    for element in target.children {
      let isRest = element.kind == .starred
      let isDiscarded = element.bytes.dropFirst(isRest ? 1 : 0).allSatisfy { $0 == UInt8(ascii: "_") }
      unpacking.count += 1
      if isDiscarded { unpacking.discarded += 1 }
      if isRest {
        unpacking.hasRest = true
        unpacking.discardsRest = isDiscarded
      }
    }
    return unpacking
  }

  /// A name that is not a callee is passed on.
  mutating func noteValue(_ node: Node, _ hash: UInt64) {
    guard let parent = parents.last, parent.kind != .call || parent.firstChild != node else { return }
    // In `module.build` the value is `build`.
    if parent.kind == .attribute, parent.firstChild == node { return }
    model.calls.values.insert(hash: hash)
  }

  /// The last name of `module.build`, where nothing calls it.
  mutating func noteAttribute(_ node: Node) {
    if Self.readsAllNames(node) { readAll() }
    guard let attribute = parents.last, let around = parents.dropLast().last else { return }
    if around.kind == .call, around.firstChild == attribute { return }
    model.calls.values.insert(bytes: node.bytes)
  }

  /// A text that could be the name of a function or of a keyword.
  mutating func noteText(_ node: Node) {
    guard node.kind == .stringLiteral, node.index >= exportsEnd, let piece = node.firstChild,
      piece.end - piece.start < 64
    else { return }
    let range = StringPieceText.content(of: piece)
    let offset = Int(range.start - piece.start)
    let bytes = piece.bytes[offset..<(offset + Int(range.end - range.start))]
    guard let first = bytes.first, first == UInt8(ascii: "_") || first.isLetterByte else { return }
    if bytes.allSatisfy(\.isIdentifierByte) {
      model.calls.texts.insert(bytes: bytes)
    } else if reference.role != .test,
      bytes.allSatisfy({ $0.isIdentifierByte || $0 == UInt8(ascii: ".") || $0 == .colon }),
      let mark = bytes.lastIndex(where: { !$0.isIdentifierByte }), mark + 1 < bytes.endIndex
    {
      // `"package.module:function"`
      model.calls.paths.insert(bytes: bytes[(mark + 1)...])
    }
  }

  /// The values of `return a, b, c, d`.
  mutating func noteReturn(_ node: Node) {
    guard let scope = scopes.last, scope.isFunction else { return }
    var count = 0
    if let value = node.firstChild, value.kind == .tuple, !value.children.contains(where: { $0.kind == .starred }) {
      for _ in value.children { count += 1 }
    }
    model.declarations[scope.declaration].returnedCounts.insert(count)
    guard let value = node.firstChild, count > 0 else { return }
    guard count >= CallSite.longResult, count > model.declarations[scope.declaration].returnedTuple.count else {
      return
    }
    model.declarations[scope.declaration].returnedTuple = value.children.map(\.text)
  }
}
