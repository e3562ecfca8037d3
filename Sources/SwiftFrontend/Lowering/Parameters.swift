import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// - Parameter isUnlabeled: True if callers write no labels: operators, and subscripts without an explicit one.
  func parameter(_ node: FunctionParameterSyntax, isUnlabeled: Bool) -> Parameter {
    let first = name(node.firstName)
    let second = node.secondName.map { name($0) }
    var label: Name? = second == nil ? nil : first
    if isUnlabeled || first.text == "_" { label = Name("_", at: first.range) }
    let kind: Parameter.Kind =
      node.ellipsis != nil ? .variadicPositional : label?.text == "_" ? .positionalOnly : .keywordOnly
    let value = node.defaultValue?.value
    return Parameter(
      name: second ?? first, label: label, kind: kind, annotation: source(of: node.type),
      defaultValue: value.map { source(of: $0) }, defaultRange: value.map { range(of: $0) })
  }

  /// The named values of an enum's case; those without a name have none to judge.
  func parameter(_ node: EnumCaseParameterSyntax) -> Parameter? {
    guard let first = node.firstName, first.text != "_" else { return nil }
    let value = node.defaultValue?.value
    return Parameter(
      name: name(node.secondName ?? first), label: node.secondName == nil ? nil : name(first), kind: .keywordOnly,
      annotation: source(of: node.type), defaultValue: value.map { source(of: $0) },
      defaultRange: value.map { range(of: $0) })
  }
}
