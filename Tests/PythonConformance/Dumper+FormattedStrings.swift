import PythonSyntax

extension Dumper {
  /// Text and fields with adjacent text joined and empty text left out.
  mutating func formatted(_ name: StaticString, _ node: Node, _ pieces: Children) {
    open(name, node.range)
    formattedDepth += 1
    write(" [")
    var text: [UInt8] = []
    for piece in pieces {
      if let plain = StringPiece(piece) { text += plain.decodedBytes }
      if let formatted = FormattedPiece(piece) { parts(formatted.parts, &text) }
    }
    flush(&text)
    write("]")
    formattedDepth -= 1
    close()
  }

  private mutating func flush(_ text: inout [UInt8]) {
    guard !text.isEmpty else { return }
    write("(Constant s")
    output.append(contentsOf: text)
    write(")")
    text = []
  }

  private mutating func parts(_ parts: Children, _ text: inout [UInt8]) {
    for part in parts {
      if let literal = StringText(part) {
        text += literal.utf8Value
      } else if let field = ReplacementField(part) {
        if let debug = tree.debugText(of: field) { text += Array(debug.utf8) }
        flush(&text)
        replacement(field)
      }
    }
  }

  private mutating func replacement(_ field: ReplacementField) {
    write("(FormattedValue")
    expression(field.expression)
    let isRepresented = field.debugRange != nil && field.format == nil
    write(" ")
    write(number: Int(field.conversion ?? (isRepresented ? UInt8(ascii: "r") : 0)))
    if let format = field.format.flatMap(FormatSpecification.init) {
      write("(JoinedStr [")
      var text: [UInt8] = []
      parts(format.parts, &text)
      flush(&text)
      write("])")
    } else {
      none()
    }
    close()
  }
}
