/// A parsed type annotation, so that `Optional[int]`, `int | None` and `"int|None"` are equal.
struct TypeText: Equatable {
  /// The types of a union, each normalized.
  let members: Set<String>

  init(_ annotation: String) {
    members = Self.members(annotation)
  }

  /// How a type became another.
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

  /// True if the two have nothing in common and both say what they are.
  func isUnlike(_ old: TypeText, _ kin: TypeKinship) -> Bool {
    guard members.allSatisfy(kin.isPlain), old.members.allSatisfy(kin.isPlain) else { return false }
    return !members.contains { new in
      new != "None" && old.members.contains { kin.covers($0, new) || kin.covers(new, $0) }
    }
  }

  // MARK: Reading

  private static func members(_ annotation: String) -> Set<String> {
    var text = annotation.trimmed
    if let quote = text.first, quote == "\"" || quote == "'", text.last == quote, text.count > 1 {
      text = String(text.dropFirst().dropLast())
    }
    let alternatives = ApiText.split(text, at: "|")
    if alternatives.count > 1 { return alternatives.reduce(into: []) { $0.formUnion(members($1)) } }
    if text.hasSuffix("?"), !text.contains("[") { return members(String(text.dropLast())).union(["None"]) }
    guard let open = text.firstIndex(of: "["), text.hasSuffix("]") else { return [name(text)] }
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

/// Which types accept which, judged by names and this project's classes.
struct TypeKinship {
  /// Whether a class of the project inherits from another.
  var inherits: (_ type: String, _ base: String) -> Bool
  /// Whether a name may stand for something else than a class of that name.
  var mayBeAlias: (_ name: String) -> Bool

  /// Whether a value of type `inner` is one of type `outer`, as far as names tell.
  func covers(_ outer: String, _ inner: String) -> Bool {
    if outer == inner || outer == "Any" || outer == "object" || inner == "Any" { return true }
    let (outerHead, outerArguments) = parts(outer)
    let (innerHead, innerArguments) = parts(inner)
    guard outerHead == innerHead || Self.wider[innerHead]?.contains(outerHead) == true || inherits(innerHead, outerHead)
    else { return false }
    // Without arguments nothing is said of the elements.
    guard let outerArguments, let innerArguments else { return outerHead != "Literal" }
    if outerHead == "Literal" || innerHead == "Literal" { return false }
    let outerElements = ApiText.split(outerArguments, at: ",").filter { $0 != "..." }
    let innerElements = ApiText.split(innerArguments, at: ",").filter { $0 != "..." }
    if outerElements.count == innerElements.count {
      return zip(outerElements, innerElements).allSatisfy { coversUnion($0, $1) }
    }
    // `Sequence[int]` takes `tuple[int, int]`.
    guard outerElements.count == 1, let element = outerElements.first else { return false }
    return innerElements.allSatisfy { coversUnion(element, $0) }
  }

  private func coversUnion(_ outer: String, _ inner: String) -> Bool {
    let outer = ApiText.split(outer, at: "|")
    return ApiText.split(inner, at: "|").allSatisfy { inner in outer.contains { covers($0, inner) } }
  }

  private func parts(_ type: String) -> (head: String, arguments: String?) {
    guard let open = type.firstIndex(of: "["), type.hasSuffix("]") else { return (type, nil) }
    return (String(type[..<open]), String(type[type.index(after: open)...].dropLast()))
  }

  /// Names of types that take more.
  private static let wider: [String: Set<String>] = [
    "bool": ["int", "float", "complex", "Number"], "int": ["float", "complex", "Number", "SupportsFloat"],
    "float": ["complex", "Number", "SupportsFloat"],
    "list": ["Sequence", "MutableSequence", "Iterable", "Collection", "Sized"],
    "tuple": ["Sequence", "Iterable", "Collection", "Sized"],
    "str": ["Sequence", "Iterable", "Collection", "Hashable", "PathLike"],
    "set": ["Iterable", "Collection", "AbstractSet", "MutableSet"],
    "frozenset": ["Iterable", "Collection", "AbstractSet"],
    "dict": ["Mapping", "MutableMapping", "Iterable", "Collection"],
    "OrderedDict": ["dict", "Mapping", "MutableMapping"], "defaultdict": ["dict", "Mapping", "MutableMapping"],
    "Sequence": ["Iterable", "Collection"], "MutableSequence": ["Sequence", "Iterable"],
    "Generator": ["Iterator", "Iterable"], "Iterator": ["Iterable"], "Mapping": ["Iterable", "Collection"],
    "Literal": ["str", "int", "bool"], "Path": ["PathLike", "PurePath"], "Parameter": ["Tensor"],
    "Sequential": ["Module"], "ModuleList": ["Module"],
  ]

  /// Whether a type says what it is: made of builtins, and of classes known by their capital letter.
  func isPlain(_ type: String) -> Bool {
    type.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.allSatisfy { word in
      if Self.builtins.contains(String(word)) || word.first?.isNumber == true { return true }
      return word.first?.isUppercase == true && word.contains(where: \.isLowercase) && word.count > 2
        && !mayBeAlias(String(word))
    }
  }

  private static let builtins: Set<String> = [
    "int", "float", "bool", "str", "bytes", "list", "tuple", "dict", "set", "frozenset", "None", "complex", "type",
    "ndarray", "object",
  ]
}
