/// The names that a pattern looks for: one, a list of them, or a mapping from each to what to use instead.
struct PatternNames: Decodable, Sendable {
  struct Entry: Sendable {
    var text: String
    var mark: Mark
    /// What to use instead, for the message.
    var use: String?
  }

  var entries: [Entry]

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    switch node.content {
    case .scalar: entries = [Entry(text: try Self.text(node), mark: node.mark, use: nil)]
    case .sequence(let items): entries = try items.map { Entry(text: try Self.text($0), mark: $0.mark, use: nil) }
    case .mapping(let pairs):
      entries = try pairs.map { Entry(text: $0.key, mark: $0.keyMark, use: try Self.text($0.value)) }
    }
    guard !entries.isEmpty else { throw YAMLError(at: node.mark, "expected at least one name, found none") }
  }

  private static func text(_ node: YAMLNode) throws(YAMLError) -> String {
    guard case .string(let text)? = node.scalar?.value else {
      throw YAMLError(
        at: node.mark, "wrong kind of value", expected: "a name, a list of names, or a mapping from each to another",
        found: node.kind)
    }
    return text
  }
}

/// One value or a list of them.
struct OneOrMany<Value: Decodable & Sendable>: Decodable, Sendable {
  var values: [Located<Value>]

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    let items = node.items ?? [node]
    values = try items.map { Located(try StrictDecoder.decode(from: $0), at: $0.mark) }
  }
}

/// An argument of a call: `dim`, the place `0`, or `dim/1` where it may be passed either way.
struct PatternArgument: Decodable, Sendable, Hashable {
  var keyword: String?
  /// From 0.
  var place: Int?

  init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    guard let scalar = node.scalar else {
      throw YAMLError(
        at: node.mark, "wrong kind of value", expected: "the name or place of an argument", found: node.kind)
    }
    try self.init(scalar.text, at: node.mark)
  }

  init(_ text: String, at mark: Mark) throws(YAMLError) {
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if let number = Int(part), number >= 0, place == nil {
        place = number
      } else if keyword == nil, part.first.map({ $0.isLetter || $0 == "_" }) == true {
        keyword = String(part)
      } else {
        throw YAMLError(
          at: mark, "this names no argument", expected: "a keyword, a place from 0 on, or both: 'dim', 1, 'dim/1'",
          found: "'\(text)'")
      }
    }
  }

  /// As a message shows it.
  var shown: String { keyword ?? place.map { "argument \($0 + 1)" } ?? "" }
}

/// What the value of an argument must be.
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
        throw YAMLError(at: node.mark, "this asks nothing of the value", expected: "kind, matches or except")
      }
    }
  }

  private struct Fields: Decodable {
    var kind: OneOrMany<PatternKind>?
    var matches: Located<String>?
    var except: Located<String>?
  }
}

/// What an expression is at first sight.
enum PatternKind: String, Decodable, Sendable, CaseIterable {
  case string, number, boolean, none, name, call, collection, lambda, other

  var kind: Invocation.Argument.Kind {
    switch self {
    case .string: .string
    case .number: .number
    case .boolean: .boolean
    case .none: .none
    case .name: .name
    case .call: .call
    case .collection: .collection
    case .lambda: .lambda
    case .other: .other
    }
  }
}

extension Located<String> {
  /// The text as a regular expression.
  func expression() throws(YAMLError) -> TextPattern {
    do {
      return try TextPattern(value)
    } catch {
      throw YAMLError(
        at: mark, "the expression '\(value)' is wrong at its character \(error.column): \(error.problem)")
    }
  }
}
