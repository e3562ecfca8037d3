import LintModel
import LintSourceText
import PythonSyntax

/// Lowers a function's parameters, and infers their meaning from its body.
enum Signature {
  static func parameters(of function: FunctionDefinition, isMethod: Bool, of type: Node?, in tree: Tree) -> [LintModel
    .Parameter]
  {
    var parameters: [LintModel.Parameter] = []
    for (position, parameter) in function.parameters.all.enumerated() {
      // The instance or class: its name is the language's custom, not the author's choice.
      if position == 0, isMethod, parameter.parameterKind != .keywordOnly { continue }
      parameters.append(
        LintModel.Parameter(
          name: LintSourceText.Name(parameter.name), kind: LintModel.Parameter.Kind(parameter.parameterKind),
          annotation: parameter.annotation?.text,
          defaultValue: parameter.defaultValue?.text,
          defaultRange: parameter.defaultValue.map { SourceRange($0) }))
    }
    if !parameters.isEmpty { ParameterUse.note(in: &parameters, of: function, in: type) }
    return parameters
  }
}

extension LintModel.Parameter.Kind {
  fileprivate init(_ kind: ParameterKind) {
    switch kind {
    case .positionalOnly: self = .positionalOnly
    case .positionalOrKeyword: self = .positionalOrKeyword
    case .variadicPositional: self = .variadicPositional
    case .keywordOnly: self = .keywordOnly
    case .variadicKeyword: self = .variadicKeyword
    }
  }
}
