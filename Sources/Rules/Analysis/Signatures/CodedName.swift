import LintModel

/// A Swift name that stored data prescribes: a coding key, or a property of a type that is decoded without any.
enum CodedName {
  static func isOne(_ index: Int, in file: SourceFile) -> Bool {
    let declarations = file.model.declarations
    guard file.language == .swift, declarations[index].kind == .property, let parent = declarations[index].parent else {
      return false
    }
    let type = declarations[parent]
    if type.bases.contains("CodingKey") { return true }
    guard type.bases.contains(where: coded.contains),
      declarations[index].flags.isDisjoint(with: [.isStatic, .isProperty])
    else { return false }
    return !declarations.contains { $0.parent == parent && $0.bases.contains("CodingKey") }
  }

  private static let coded: Set<String> = ["Codable", "Decodable", "Encodable"]
}
