import PythonSyntax

extension Lowering {
  /// Notes the words of a short text by which code may reach a configuration key, and the names in capitals that any
  /// text mentions.
  mutating func noteKeys(in node: Node) {
    let isDocumentation = parents.last?.kind == .expressionStatement
    for piece in node.children {
      let bytes = piece.bytes
      let range = StringPieceText.content(of: piece)
      let start = Int(range.start - piece.start)
      model.keys.noteCapitals(
        in: UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(range.end - range.start))]))
      // A sentence reaches nothing, and what is one name is kept among the texts already.
      guard !isDocumentation, bytes.count < 100, !bytes.contains(UInt8(ascii: " ")) else { continue }
      noteKeyWords(in: bytes)
    }
  }

  private mutating func noteKeyWords(in bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var words = 0
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index].isIdentifierByte { continue }
      if index - start > 1, words > 0 || index + 1 < bytes.count || start > 1 {
        model.keys.words.insert(bytes: bytes[start..<index])
        words += 1
      }
      start = index + 1
    }
  }

  /// `**config.optimizer.params`, `**config["optimizer"]`, `**dict(config.optimizer)`: the mapping's last name.
  mutating func noteUnpacked(_ node: Node) {
    var value = node.firstChild
    while let call = value.flatMap(Call.init) { value = call.arguments.first { _ in true } }
    guard let value else { return }
    if let name = value.lastName {
      model.keys.unpacked.insert(bytes: name.bytes)
    } else if value.kind == .subscript, let key = value.lastChild.flatMap(literalName) {
      model.keys.unpacked.insert(key.text)
    }
  }
}
