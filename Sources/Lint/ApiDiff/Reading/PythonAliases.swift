/// Recognizes names that stand for a type: `Step = Tuple[float, bool]`.
enum PythonAliases {
  /// Whether a value of a module's variable is a type expression.
  static func isType(_ value: String, annotation: String?) -> Bool {
    if let annotation, annotation.hasSuffix("TypeAlias") { return true }
    guard annotation == nil, value.utf8.count <= 1000 else { return false }
    let alternatives = ApiText.split(value, at: "|")
    if alternatives.count > 1 { return alternatives.allSatisfy(isName) && alternatives.contains(where: isKnown) }
    guard let open = value.firstIndex(of: "["), value.hasSuffix("]") else { return false }
    return generics.contains(last(value[..<open]))
  }

  private static func isName(_ text: String) -> Bool {
    text.first.map { $0.isLetter || $0 == "_" || $0 == "\"" } == true && !text.contains("(")
  }

  private static func isKnown(_ text: String) -> Bool {
    let head = last(text.prefix { $0 != "[" })
    return generics.contains(head) || builtins.contains(head) || head.first?.isUppercase == true && text.contains("[")
  }

  private static func last(_ text: Substring) -> String { text.split(separator: ".").last.map(String.init) ?? "" }

  private static let builtins: Set<String> = ["int", "float", "str", "bool", "bytes", "complex", "None", "ndarray"]
  private static let generics: Set<String> = [
    "Tuple", "Union", "Optional", "Callable", "List", "Dict", "Sequence", "Mapping", "Iterable", "Literal", "Type",
    "Set", "FrozenSet", "Iterator", "Generator", "Annotated", "tuple", "list", "dict", "set", "frozenset", "type",
    "MutableMapping", "Collection", "Awaitable", "NDArray", "DefaultDict", "OrderedDict",
  ]
}
