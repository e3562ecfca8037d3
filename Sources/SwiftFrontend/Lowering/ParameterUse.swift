import LintModel
import LintSourceText
import SwiftSyntax

/// What a body does with one parameter, collected while it is walked.
struct ParameterUse {
  var axisUses = 0
  var sizeUses = 0
  var passedAs: [String] = []
  var isRead = false

  func apply(to parameter: inout Parameter, isAmbiguous: Bool, inInitializer: Bool, ofReduction: Bool) {
    parameter.passedAs = passedAs
    parameter.use.isRead = isRead
    guard isAmbiguous, mayBeNumber(parameter.annotation) else { return }
    if axisUses > 0 || sizeUses > 0 {
      parameter.meaning = axisUses >= sizeUses ? .axis : .size
    } else if ofReduction, ["axis", "dim"].contains(parameter.publicName.text) {
      parameter.meaning = .axis
    } else if let value = parameter.defaultValue {
      if ["-1", "-2", "0", "1", "nil"].contains(value) { parameter.meaning = .possibleAxis }
    } else if inInitializer, parameter.name.words.last?.hasPrefix("dim") == true {
      parameter.meaning = .size
    }
  }

  /// `dim: Dim` and other enums of a project's own mean something else.
  private func mayBeNumber(_ annotation: String?) -> Bool {
    guard let annotation else { return true }
    let numbers: [StaticString] = ["Int", "Axis", "Axes", "Tensor"]
    return numbers.contains { annotation.holds($0) }
  }

  static func isAmbiguous(_ name: Name) -> Bool {
    // Most names hold none of the words' letters, and splitting a name takes longer than looking.
    let text = name.text
    guard text.holds("im") || text.holds("ax") || text.holds("Ax") || text.holds("IM") || text.holds("AX") else {
      return false
    }
    return name.words.contains { ambiguousWords.contains($0) }
  }

  private static let ambiguousWords: Set<Substring> = ["dim", "dims", "dimension", "dimensions", "axis", "axes"]
}

extension Lowering {
  func noteUse(_ node: DeclReferenceExprSyntax) {
    guard frames.contains(where: { !$0.parameters.isEmpty }), let parent = node.parent else { return }
    if let member = parent.as(MemberAccessExprSyntax.self), member.declName.id == node.id { return }
    noteRead(node.baseName)
    guard case .identifier(let text) = node.baseName.tokenKind,
      let depth = frames.lastIndex(where: { $0.parameters[text] != nil || $0.locals.contains(text) }),
      let index = frames[depth].parameters[text], index < frames[depth].uses.count
    else { return }
    if let argument = parent.as(LabeledExprSyntax.self), let label = argument.label {
      let label = name(label).text
      if !frames[depth].uses[index].passedAs.contains(label) { frames[depth].uses[index].passedAs.append(label) }
    }
    guard frames[depth].isAmbiguous[index] else { return }
    switch meaning(of: Syntax(node), in: parent) {
    case .axis: frames[depth].uses[index].axisUses += 1
    case .size: frames[depth].uses[index].sizeUses += 1
    case .possibleAxis, .unknown: break
    }
  }

  /// What the place of an expression says about it.
  private func meaning(of node: Syntax, in parent: Syntax) -> Parameter.Meaning {
    if let argument = parent.as(LabeledExprSyntax.self) { return meaning(ofArgument: argument) }
    if parent.is(ExprListSyntax.self) { return meaning(ofOperand: node, in: parent) }
    if let element = parent.as(ArrayElementSyntax.self),
      let argument = element.parent?.parent?.parent?.as(LabeledExprSyntax.self)
    {
      return meaning(ofArgument: argument)
    }
    return .unknown
  }

  private func meaning(ofArgument argument: LabeledExprSyntax) -> Parameter.Meaning {
    let label = argument.label.map { Name.words(of: $0.text) } ?? []
    if label.contains("axis") || label.contains("axes") || label.last == "dim" || label.last == "dims" {
      return .axis
    }
    guard let owner = argument.parent?.parent else { return .unknown }
    if let call = owner.as(SubscriptCallExprSyntax.self) {
      let base = call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
      return ["shape", "strides", "dims", "sizes"].contains(base) ? .axis : .unknown
    }
    guard let call = owner.as(FunctionCallExprSyntax.self), let callee = dottedName(call.calledExpression) else {
      return lastMember(owner).map { isReduction($0) ? .axis : .unknown } ?? .unknown
    }
    let last = callee.text.split(separator: ".").last ?? ""
    if ["Int", "Int32", "Int64"].contains(last), let around = call.parent {
      return meaning(of: Syntax(call), in: around)
    }
    if isReduction(last) { return label.isEmpty ? .axis : .unknown }
    if ["zeros", "ones", "full", "normal", "uniform"].contains(last) || last.first?.isUppercase == true {
      return .size
    }
    return .unknown
  }

  private func meaning(ofOperand node: Syntax, in list: Syntax) -> Parameter.Meaning {
    let operands = Array(list.children(viewMode: .sourceAccurate))
    guard let index = operands.firstIndex(where: { $0.id == node.id }) else { return .unknown }
    for (sign, other) in [(index - 1, index - 2), (index + 1, index + 2)] {
      guard operands.indices.contains(sign), operands.indices.contains(other),
        let sign = operands[sign].as(BinaryOperatorExprSyntax.self)?.operator.text
      else { continue }
      let other = source(of: operands[other])
      let counts = other.hasSuffix("rank") || other.hasSuffix("ndim") || other.hasSuffix("shape.count")
      switch sign {
      case "*", "/", "%": return .size
      case "<", ">=", "==", "!=", ">", "<=":
        if counts || other == "0" && (sign == "<" || sign == ">=") || other.hasPrefix("-") { return .axis }
      case "+", "..<": if counts { return .axis }
      default: break
      }
    }
    return .unknown
  }

  /// The method's name of `f(x).sum(dim)`, whose callee is no dotted name.
  private func lastMember(_ owner: Syntax) -> Substring? {
    guard let call = owner.as(FunctionCallExprSyntax.self),
      let member = call.calledExpression.as(MemberAccessExprSyntax.self)
    else { return nil }
    return Substring(member.declName.baseName.text)
  }

  func isReduction(_ callee: Substring) -> Bool { Self.reductions.contains(callee) }

  private static let reductions: Set<Substring> = [
    "sum", "mean", "max", "min", "argmax", "argmin", "argMax", "argMin", "prod", "product", "variance", "std",
    "standardDeviation", "softmax", "logSoftmax", "logSumExp", "squeezed", "squeezingShape", "expandedDimensions",
    "expandingShape", "concatenated", "stacked", "split", "gathering", "cumulativeSum", "cumsum", "unstacked", "dim",
    "size", "any", "all", "norm", "median", "sort", "sorted", "argSort", "argsort", "flip", "cumulativeProduct",
    "cumprod", "concatenate", "stack", "gather", "logsumexp", "topK", "topk",
  ]
}
