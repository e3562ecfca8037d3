/// Decides by name and by this project's classes which types accept which.
struct TypeKinship {
  /// Whether a class of the project inherits from another.
  var inherits: (_ type: String, _ base: String) -> Bool
  /// Whether a name may refer to something other than a class of that name.
  var mayBeAlias: (_ name: String) -> Bool
  /// The targets of aliases in the old and the new state.
  var oldAliases: [String: String] = [:]
  var newAliases: [String: String] = [:]

  init(_ old: ApiOutline, _ new: ApiOutline) {
    inherits = {
      let (type, base) = (ForeignHierarchy.last($0), ForeignHierarchy.last($1))
      return old.inherits(type, from: base) || new.inherits(type, from: base)
    }
    mayBeAlias = { old.mayBeAlias($0) || new.mayBeAlias($0) }
    // A class that gave way to an alias of its name is told as such.
    oldAliases = old.aliases.filter { !new.hasType($0.key) }
    newAliases = new.aliases.filter { !old.hasType($0.key) }
  }

  /// Whether a value of type `inner` is one of type `outer`, as far as names tell.
  func covers(_ outer: String, _ inner: String) -> Bool {
    if outer == inner || outer == "Any" || outer == "object" || inner == "Any" { return true }
    let (outerHead, outerArguments) = parts(outer)
    let (innerHead, innerArguments) = parts(inner)
    guard
      outerHead == innerHead || Self.wider[innerHead]?.contains(outerHead) == true || inherits(innerHead, outerHead)
        || ForeignHierarchy.ancestors(of: innerHead).contains(outerHead) && outerHead != "Layer"
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

  /// Names of wider types.
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

  /// Whether a type is explicit: made of builtins, and of classes recognized by their capital letter.
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
