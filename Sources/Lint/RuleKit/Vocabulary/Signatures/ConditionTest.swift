import LintSourceText

/// Tests the conditions under which a parameter's name means a concept.
package struct ConditionTest {
  private let parameter: NamedSignature.Parameter
  private let signature: NamedSignature

  package init(_ parameter: NamedSignature.Parameter, in signature: NamedSignature) {
    self.parameter = parameter
    self.signature = signature
  }

  /// How sure it is that a parameter means the concept.
  package enum Answer: Sendable {
    case no
    /// Nothing speaks against it: it counts, as it would for a reader, but decides nothing.
    case possibly
    case yes
  }

  package func satisfies(_ conditions: Concept.Conditions?) -> Bool { answer(conditions) == .yes }

  package func answer(_ conditions: Concept.Conditions?) -> Answer {
    guard let conditions else { return .yes }
    guard mayMean(conditions) else { return .no }
    if conditions.meaning == .axis, parameter.meaning == .possibleAxis || parameter.meaning == .unknown {
      return .possibly
    }
    if conditions.numberOnly == true, !isNumber { return isUntyped ? .possibly : .no }
    guard let largest = conditions.smallDefault, !hasDefault(upTo: largest), !isDocumented(conditions) else {
      return .yes
    }
    // A default of 0 smooths nothing; without one nothing tells a guard against division by zero from a hyperparameter.
    return parameter.defaultValue.flatMap(Double.init) == nil ? .possibly : .no
  }

  private func mayMean(_ conditions: Concept.Conditions) -> Bool {
    if conditions.boolOnly == true, !isBool { return false }
    if let meaning = conditions.meaning, needsMeaning, parameter.meaning != meaning,
      !(meaning == .axis && parameter.meaning == .possibleAxis)
    {
      return false
    }
    if let parts = conditions.notWithClass, parts.contains(where: isInClass) { return false }
    if let types = conditions.annotationNot, types.contains(where: isAnnotated) { return false }
    if let phrases = conditions.notDocumentedAs, phrases.contains(where: parameter.documentation.contains) {
      return false
    }
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

  private var isUntyped: Bool {
    parameter.annotation == nil && parameter.documentedType == nil
      && (parameter.defaultValue == nil || parameter.defaultValue == "None")
  }

  private func isDocumented(_ conditions: Concept.Conditions) -> Bool {
    conditions.documentedAs?.contains { parameter.documentation.contains($0) } ?? false
  }

  private func hasDefault(upTo largest: Double) -> Bool {
    parameter.defaultValue.flatMap(Double.init).map { $0 > 0 && $0 <= largest } ?? false
  }

  /// `axis` says what it is; `dim` may be a size and must show by its use.
  private var needsMeaning: Bool { parameter.name.hasPrefix("dim") || parameter.meaning == .size }

  private func isInClass(_ part: String) -> Bool {
    signature.owner?.contains(part) == true || signature.function.contains(Name.canonical(part))
  }

  private func isAnnotated(_ type: String) -> Bool {
    guard let annotation = parameter.annotation ?? parameter.documentedType else { return false }
    guard type == "sequence" else { return annotation.contains(type) }
    let sequences = ["list", "tuple", "sequence", "iterable", "dict", "[]", "ndarray", "tensor", "array"]
    return sequences.contains { annotation.lowercased().contains($0) }
  }
}
