import LintModel
import LintSerialization

/// A pattern's conditions on the arguments of a call.
struct ArgumentTest: Sendable {
  private let with: [(argument: PatternArgument, value: PatternValue)]
  private let without: [PatternArgument]

  init(with: MarkedMapping<PatternValue>?, without: OneOrMany<PatternArgument>?) throws(YAMLError) {
    var pairs: [(PatternArgument, PatternValue)] = []
    for entry in with?.entries ?? [] { pairs.append((try PatternArgument(entry.key, at: entry.mark), entry.value)) }
    self.with = pairs
    self.without = without?.values.map(\.value) ?? []
  }

  /// The argument that a message is about.
  var shown: String { (with.first?.argument ?? without.first)?.shown ?? "" }

  /// The argument that a fix with this name replaces.
  func isAbout(_ keyword: String) -> Bool { with.contains { $0.argument.keyword == keyword } }

  /// Whether a call has labels as long as those that it must have: told without a text, before its callee is looked up.
  func mayPass(_ call: Invocation, in file: SourceFile) -> Bool {
    with.allSatisfy { wanted, _ in
      guard wanted.place == nil, let count = wanted.keyword?.utf8.count else { return true }
      return file.model.arguments[call.arguments].contains { argument in
        argument.keyword.map { Int($0.end - $0.start) == count } ?? false
      }
    }
  }

  /// - Returns: nil if the call is not meant; else the first argument that `with` names, if there is any.
  func passes(_ call: Invocation, in file: SourceFile) -> (found: Invocation.Argument?, ())? {
    var found: Invocation.Argument?
    for (wanted, value) in with {
      guard let argument = argument(wanted, of: call, in: file), value.holds(of: argument, in: file) else { return nil }
      if found == nil { found = argument }
    }
    for missing in without {
      // Unpacked values may well be it.
      if call.hasUnpacking || argument(missing, of: call, in: file) != nil { return nil }
    }
    return (found, ())
  }

  private func argument(_ wanted: PatternArgument, of call: Invocation, in file: SourceFile) -> Invocation.Argument? {
    file.argument(wanted.keyword ?? "", at: wanted.place, of: call)
  }
}

extension PatternValue {
  /// Whether an argument has such a value.
  func holds(of argument: Invocation.Argument, in file: SourceFile) -> Bool {
    let source = file.text[argument.value]
    if literals.isEmpty {
      return (kinds.isEmpty || isOfKind(argument)) && expression?.isFound(in: source) != false
        && exception?.isFound(in: source) != true
    }
    return literals.contains { literal in
      switch literal {
      case .null: argument.kind == .none
      case .bool(let value):
        argument.kind == .boolean && source.lowercased() == (value ? "true" : "false")
      case .int(let value): argument.kind == .number && Double(source.filter { $0 != "_" }) == Double(value)
      case .float(let value): argument.kind == .number && Double(source.filter { $0 != "_" }) == value
      case .string(let text):
        argument.kind == .string ? Self.characters(of: source) == text : argument.kind == .name && source == text
      }
    }
  }

  private func isOfKind(_ argument: Invocation.Argument) -> Bool { kinds.contains { $0.kind == argument.kind } }

  /// A literal without its quotes and prefix.
  private static func characters(of literal: String) -> Substring {
    var text = literal.drop { $0.isLetter || $0 == "#" }
    for quote in ["\"\"\"", "'''", "\"", "'"] where text.hasPrefix(quote) {
      text = text.dropFirst(quote.count)
      while text.last == "#" { text.removeLast() }
      return text.hasSuffix(quote) ? text.dropLast(quote.count) : text
    }
    return text
  }
}
