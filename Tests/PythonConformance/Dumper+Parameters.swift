import PythonSyntax

extension Dumper {
  mutating func typeParameters(_ parameters: TypeParameters?) {
    guard let parameters else {
      write(" []")
      return
    }
    list(parameters.all) { dumper, parameter in
      switch parameter.parameterKind {
      case .typeVariable: dumper.open("TypeVar", parameter.range)
      case .typeVariableTuple: dumper.open("TypeVarTuple", parameter.range)
      case .parameterSpecification: dumper.open("ParamSpec", parameter.range)
      }
      dumper.name(parameter.name)
      if parameter.parameterKind == .typeVariable { dumper.optional(parameter.bound) }
      dumper.optional(parameter.defaultValue)
      dumper.close()
    }
  }

  mutating func parameters(_ parameters: Parameters) {
    let all = Array(parameters.all)
    func only(_ kind: ParameterKind) -> [Parameter] { all.filter { $0.parameterKind == kind } }
    write("(arguments")
    list(only(.positionalOnly)) { $0.parameter($1) }
    list(only(.positionalOrKeyword)) { $0.parameter($1) }
    if let variadic = only(.variadicPositional).first { parameter(variadic) } else { none() }
    list(only(.keywordOnly)) { $0.parameter($1) }
    list(only(.keywordOnly)) { $0.optional($1.defaultValue) }
    if let variadic = only(.variadicKeyword).first { parameter(variadic) } else { none() }
    list((only(.positionalOnly) + only(.positionalOrKeyword)).compactMap(\.defaultValue)) { $0.expression($1) }
    close()
  }

  private mutating func parameter(_ parameter: Parameter) {
    let end = parameter.annotation.map { tree.parenthesizedRange(of: $0).upperBound } ?? parameter.name.end
    open("arg", parameter.name.start..<end)
    name(parameter.name)
    optional(parameter.annotation)
    close()
  }
}
