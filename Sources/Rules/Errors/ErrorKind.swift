import LintModel

/// The built-in Python error that fits a failure, and why.
struct ErrorKind {
  let type: String
  let reason: String

  private init(_ type: String, _ reason: String) {
    self.type = type
    self.reason = reason
  }

  init(_ failure: Failure) {
    let condition = failure.condition ?? ""
    let text: String = if case .text(let text) = failure.said { text.plain.lowercased() } else { "" }
    if failure.handled.contains(where: { $0.hasSuffix("ImportError") || $0.hasSuffix("ModuleNotFoundError") }) {
      self = ErrorKind("an ImportError", "an import failed")
    } else if let handled = failure.handled.first(where: { Self.known.contains($0) }) {
      self = ErrorKind("a \(handled) or a ValueError", "this handles a \(handled)")
    } else if ["not implemented", "not yet implemented", "unimplemented"].contains(where: text.contains) {
      self = ErrorKind("a NotImplementedError", "something is not implemented")
    } else if Self.asksForFile(condition)
      || ["no such file", "does not exist", "file not found"].contains(where: text.contains)
    {
      self = ErrorKind("a FileNotFoundError", "a file is missing")
    } else if failure.tested.contains(where: { $0.test == .type }) || failure.choices?.kind == .types {
      self = ErrorKind("a TypeError", "the type of \(Self.subject(failure)) is checked")
    } else if failure.choices?.kind == .keys {
      self = ErrorKind("a KeyError or a ValueError", "\(Self.subject(failure)) is looked up")
    } else if failure.choices.map({ !$0.subject.contains("status") }) ?? false
      || failure.tested.contains(where: Self.isValue)
    {
      self = ErrorKind("a ValueError", "the value of \(Self.subject(failure)) is checked")
    } else if condition.contains("self.") || condition.contains("len(") {
      self = ErrorKind("a RuntimeError or a custom error type", "the state of the object is checked")
    } else {
      self = ErrorKind(
        "a ValueError, a RuntimeError or a custom error type", "callers may want to catch it")
    }
  }

  private static func subject(_ failure: Failure) -> String {
    "'\(failure.tested.first(where: isValue)?.name ?? failure.tested.first?.name ?? failure.choices?.subject ?? "")'"
  }

  private static func isValue(_ tested: Failure.TestedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .shape, .known: true
    case .type, .none, .truth: false
    }
  }

  private static func asksForFile(_ condition: String) -> Bool {
    ["exists(", "isfile(", "isdir(", "is_file(", "is_dir("].contains(where: condition.contains)
  }

  private static let known: Set<String> = [
    "KeyError", "IndexError", "FileNotFoundError", "OSError", "TypeError", "UnicodeError", "UnicodeDecodeError",
  ]
}
