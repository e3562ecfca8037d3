/// A parsed type annotation, so that `Optional[int]`, `int | None` and `"int|None"` are equal.
struct TypeText: Equatable {
  /// The types of a union, each normalized.
  let members: Set<String>

  /// - Parameter aliases: The targets of the project's aliases.
  init(_ annotation: String, _ aliases: [String: String] = [:]) {
    members = Self.members(annotation, aliases, depth: 0)
  }

  /// Whether one of the types is a tuple that has all of another type as one of its elements, or only some of it.
  func wraps(_ old: TypeText) -> Bool {
    members.contains { member in
      guard member.hasPrefix("tuple["), member.hasSuffix("]") else { return false }
      let elements = ApiText.split(member.dropFirst(6).dropLast(), at: ",").map { Set(ApiText.split($0, at: "|")) }
      return elements.count > 1 && elements.contains { $0 == old.members }
    }
  }

  /// How a type changed.
  enum Relation { case same, narrower, wider, other }

  func relation(to old: TypeText, _ kin: TypeKinship) -> Relation {
    if members == old.members { return .same }
    let isCovered = members.allSatisfy { new in old.members.contains { kin.covers($0, new) } }
    let covers = old.members.allSatisfy { old in members.contains { kin.covers($0, old) } }
    if isCovered, covers { return .same }
    // An alias may hold what seems to be gone, or new.
    let hasAlias = (isCovered ? members : old.members).contains { kin.mayBeAlias($0) }
    if hasAlias { return .other }
    if isCovered { return .narrower }
    if covers { return .wider }
    return .other
  }

  /// True if the two have nothing in common and both are explicit.
  func isUnlike(_ old: TypeText, _ kin: TypeKinship) -> Bool {
    guard members.allSatisfy(kin.isPlain), old.members.allSatisfy(kin.isPlain) else { return false }
    return !members.contains { new in
      new != "None" && old.members.contains { kin.covers($0, new) || kin.covers(new, $0) }
    }
  }

  // MARK: Reading

  private static func members(_ annotation: String, _ aliases: [String: String], depth: Int) -> Set<String> {
    func members(_ text: String) -> Set<String> { Self.members(text, aliases, depth: depth + 1) }
    guard depth < 40 else { return [annotation] }
    var text = annotation.trimmed
    if let quote = text.first, quote == "\"" || quote == "'", text.last == quote, text.count > 1 {
      text = String(text.dropFirst().dropLast())
    }
    let alternatives = ApiText.split(text, at: "|")
    if alternatives.count > 1 { return alternatives.reduce(into: []) { $0.formUnion(members($1)) } }
    if text.hasSuffix("?"), !text.contains("[") { return members(String(text.dropLast())).union(["None"]) }
    guard let open = text.firstIndex(of: "["), text.hasSuffix("]") else {
      let name = name(text)
      // A name that stands for itself would lead on forever.
      if let value = aliases[name], value != name, depth < 8 { return members(value) }
      return [name]
    }
    let head = name(String(text[..<open]))
    let inside = String(text[text.index(after: open)...].dropLast())
    let arguments = ApiText.split(inside, at: ",")
    switch head {
    case "Optional": return members(inside).union(["None"])
    case "Union": return arguments.reduce(into: []) { $0.formUnion(members($1)) }
    case "Literal": return Set(arguments.map { "Literal[\(ApiText.normalized($0))]" })
    case "Annotated", "Required", "NotRequired", "Final", "ClassVar": return members(arguments.first ?? "Any")
    default:
      let inner = arguments.map { argument in
        argument == "..." ? argument : members(argument).sorted().joined(separator: "|")
      }
      return ["\(head)[\(inner.joined(separator: ","))]"]
    }
  }

  /// The last part of a dotted name, the old names of the standard containers replaced by today's.
  private static func name(_ text: String) -> String {
    let text = text.trimmed
    let last =
      text.hasPrefix("[") || text.contains("(") ? text : text.split(separator: ".").last.map(String.init) ?? text
    switch last {
    case "List": return "list"
    case "Dict": return "dict"
    case "Tuple": return "tuple"
    case "Set": return "set"
    case "FrozenSet": return "frozenset"
    case "Type": return "type"
    case "Text": return "str"
    case "NoneType": return "None"
    default: return last
    }
  }
}
