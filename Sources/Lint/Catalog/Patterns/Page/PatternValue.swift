import LintSerialization

/// A condition on the value of an argument.
struct PatternValue: Decodable, Sendable {
  /// Literals, any of which will do.
  var literals: [YAMLScalar.Value] = []
  var kinds: [PatternKind] = []
  /// An expression that is found in the value's source.
  var expression: TextPattern?
  /// One that must not be.
  var exception: TextPattern?

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    switch node.content {
    case .scalar(let scalar): literals = [scalar.value]
    case .sequence(let items):
      literals = try items.map { item in
        guard let scalar = item.scalar else {
          throw YAMLError(at: item.mark, "wrong kind of value", expected: "a literal", found: item.kind)
        }
        return scalar.value
      }
    case .mapping:
      let fields: Fields = try StrictDecoder.decode(from: node)
      kinds = fields.kind?.values.map(\.value) ?? []
      expression = try fields.matches?.expression()
      exception = try fields.except?.expression()
      guard fields.kind != nil || fields.matches != nil || fields.except != nil else {
        throw YAMLError(at: node.mark, "the condition on the value is empty", expected: "kind, matches or except")
      }
    }
  }

  private struct Fields: Decodable {
    var kind: OneOrMany<PatternKind>?
    var matches: Located<String>?
    var except: Located<String>?
  }
}
