import LintModel

/// The built-in Python error that fits a failure, and why.
struct ErrorKind {
  let type: String
  let reason: String

  private init(_ type: String, _ reason: String) {
    self.type = type
    self.reason = reason
  }

  init(_ site: RaiseSite) {
    let condition = site.condition ?? ""
    let text: String = if case .text(let text) = site.message { text.plain.lowercased() } else { "" }
    if site.handled.contains(where: { $0.hasSuffix("ImportError") || $0.hasSuffix("ModuleNotFoundError") }) {
      self = ErrorKind("an ImportError", "an import failed")
    } else if let handled = site.handled.first(where: { Self.known.contains($0) }) {
      self = ErrorKind("a \(handled) or a ValueError", "this handles a \(handled)")
    } else if ["not implemented", "not yet implemented", "unimplemented"].contains(where: text.contains) {
      self = ErrorKind("a NotImplementedError", "this is not implemented")
    } else if Self.limits.contains(where: text.contains) {
      self = ErrorKind("a NotImplementedError", "this is not supported yet")
    } else if Self.asksForFile(condition)
      || ["no such file", "does not exist", "file not found"].contains(where: text.contains)
      || Self.misses.contains(where: text.contains) && Self.places.contains(where: text.contains)
    {
      self = ErrorKind("a FileNotFoundError", "a file is missing")
    } else if site.guardedParameters.contains(where: { $0.test == .type }) || site.choices?.kind == .types {
      self = ErrorKind("a TypeError", "this checks the type of \(Self.subject(site))")
    } else if site.choices?.kind == .keys {
      self = ErrorKind("a KeyError or a ValueError", "this looks up \(Self.subject(site))")
    } else if site.choices.map({ !$0.subject.contains("status") }) ?? false
      || site.guardedParameters.contains(where: Self.isValue)
    {
      self = ErrorKind("a ValueError", "this checks the value of \(Self.subject(site))")
    } else if Self.looksAtState(condition) {
      self = ErrorKind("a RuntimeError or a custom error type", "this checks the state of the object")
    } else {
      self = ErrorKind(
        "a ValueError, a RuntimeError or a custom error type", "callers may want to catch it")
    }
  }

  private static let limits = [
    "not yet supported", "not supported yet", "yet supported", "not currently supported", "currently not supported",
    "currently unsupported",
  ]

  private static func subject(_ site: RaiseSite) -> String {
    (site.guardedParameters.first(where: isValue)?.name ?? site.guardedParameters.first?.name ?? site.choices?.subject
      ?? "").inQuotes
  }

  private static func isValue(_ tested: RaiseSite.GuardedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .shape, .known: true
    case .type, .none, .truth: false
    }
  }

  /// "could not find a trace in the folder"
  private static let misses = ["could not find", "couldn't find", "couldnt find", "cannot find", "can't find"]
  private static let places = ["directory", "folder", " file ", " path "]

  /// Whether a condition reads an attribute of the object; a method may look at anything else.
  private static func looksAtState(_ condition: String) -> Bool {
    condition.ranges(of: "self.").contains { range in
      let rest = condition[range.upperBound...].drop { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      return rest.first != "("
    }
  }

  private static func asksForFile(_ condition: String) -> Bool {
    ["exists(", "isfile(", "isdir(", "is_file(", "is_dir("].contains(where: condition.contains)
  }

  private static let known: Set<String> = [
    "KeyError", "IndexError", "FileNotFoundError", "OSError", "TypeError", "UnicodeError", "UnicodeDecodeError",
  ]
}
