import LintSourceText

/// Tests the conditions under which a parameter's name means a concept.
package struct ConditionTest {
  private let parameter: NamedSignature.Parameter
  private let signature: NamedSignature

  package init(_ parameter: NamedSignature.Parameter, in signature: NamedSignature) {
    self.parameter = parameter
    self.signature = signature
  }

  package func satisfies(_ conditions: Concept.Conditions?) -> Bool {
    guard let conditions else { return true }
    if conditions.boolOnly == true, !isBool { return false }
    if conditions.numberOnly == true, !isNumber { return false }
    if let largest = conditions.smallDefault, !hasDefault(upTo: largest) { return false }
    if let meaning = conditions.meaning, needsMeaning, parameter.meaning != meaning { return false }
    if let parts = conditions.notWithClass, parts.contains(where: isInClass) { return false }
    if let types = conditions.annotationNot, types.contains(where: isAnnotated) { return false }
    if let parts = conditions.beside, !parts.contains(where: isBeside) { return false }
    if let parts = conditions.notBeside, parts.contains(where: isBeside) { return false }
    return true
  }

  private func isBeside(_ part: String) -> Bool { signature.has(part, beside: parameter.name) }

  private var isBool: Bool {
    if let value = parameter.defaultValue { return ["True", "False", "true", "false"].contains(value) }
    return parameter.annotation?.lowercased().hasPrefix("bool") ?? false
  }

  private var isNumber: Bool {
    if CountName(canonical: parameter.name) != nil { return true }
    if let value = parameter.defaultValue, value != "None" { return Double(value) != nil }
    let type = parameter.annotation?.lowercased() ?? ""
    return type.contains("float") || type.contains("int") || type.contains("double")
  }

  /// A default of 0 smooths nothing. Without a default nothing tells a guard against division by zero from a hyperparameter.
  private func hasDefault(upTo largest: Double) -> Bool {
    parameter.defaultValue.flatMap(Double.init).map { $0 > 0 && $0 <= largest } ?? false
  }

  /// `axis` says what it is; `dim` may be a size and must show by its use.
  private var needsMeaning: Bool { parameter.name.hasPrefix("dim") || parameter.meaning == .size }

  private func isInClass(_ part: String) -> Bool {
    signature.owner?.contains(part) == true || signature.function.contains(Name.canonical(part))
  }

  private func isAnnotated(_ type: String) -> Bool {
    guard let annotation = parameter.annotation else { return false }
    guard type == "sequence" else { return annotation.contains(type) }
    let sequences = ["list", "tuple", "sequence", "iterable", "dict", "[]", "ndarray", "tensor", "array"]
    return sequences.contains { annotation.lowercased().contains($0) }
  }
}
