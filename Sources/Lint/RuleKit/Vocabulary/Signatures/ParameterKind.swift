/// The kinds of value that a parameter takes, judged by its annotation and default.
package struct ParameterKind {
  private(set) var names: Set<String> = []

  /// Both sides are known, and have nothing in common.
  func excludes(_ other: ParameterKind) -> Bool {
    !names.isEmpty && !other.names.isEmpty && names.isDisjoint(with: other.names)
  }

  /// Several values, rather than one.
  var isMany: Bool { names.contains("sequence") || names.contains("mapping") }

  init() {}

  init(of parameter: NamedSignature.Parameter) {
    if let annotation = parameter.annotation ?? parameter.documentedType {
      for path in annotation.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "_" }) {
        if let name = path.split(separator: ".").last { insert(name) }
        // What a container holds is not what the parameter is.
        if names.contains("sequence") || names.contains("mapping") { break }
      }
    }
    guard let value = parameter.defaultValue else { return }
    if Double(value) != nil {
      names.insert("number")
    } else if value == "True" || value == "False" || value == "true" || value == "false" {
      names.insert("bool")
    } else if value.hasPrefix("\"") || value.hasPrefix("'") {
      names.insert("str")
    }
  }

  mutating func formUnion(_ other: ParameterKind) { names.formUnion(other.names) }

  private mutating func insert(_ name: Substring) {
    switch name {
    case "optional", "default", "of", "or", "Optional", "Union", "None", "Any", "Annotated", "Literal", "Final",
      "ClassVar":
      break
    case "int", "float", "Int", "Float", "Double", "Int32", "Int64", "Number": names.insert("number")
    case "List", "list", "Tuple", "tuple", "Sequence", "Iterable": names.insert("sequence")
    case "Dict", "dict", "Mapping": names.insert("mapping")
    case "String": names.insert("str")
    case "Bool": names.insert("bool")
    default: names.insert(String(name))
    }
  }
}
