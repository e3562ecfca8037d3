/// Derives constructors from fields: dataclasses, attrs classes, named tuples.
enum PythonConstructors {
  static func adding(to symbols: [ApiSymbol]) -> [ApiSymbol] {
    let outline = ApiOutline(symbols)
    return symbols.map { symbol in
      guard symbol.kind == .type, symbol.traits.contains(.fieldsAreParameters),
        !symbol.members.contains(where: { $0.name == "__init__" })
      else { return symbol }
      var symbol = symbol
      var constructor = ApiSymbol(.method, "__init__", at: symbol.place)
      constructor.parameters = parameters(of: symbol, in: outline)
      let inherited = ForeignFields.names(of: outline.ancestry(of: symbol).foreign)
      if inherited?.isEmpty != true { constructor.traits.insert(.inheritedParameters) }
      constructor.accepted = (inherited ?? []).subtracting(constructor.parameters.map(\.name)).sorted()
      symbol.members.append(constructor)
      return symbol
    }
  }

  private static func parameters(of type: ApiSymbol, in outline: ApiOutline) -> [ApiParameter] {
    var parameters: [ApiParameter] = []
    for owner in outline.ancestry(of: type).known.reversed() + [type]
    where owner.traits.contains(.fieldsAreParameters) {
      var isKeywordOnly = owner.traits.contains(.keywordOnly)
      for field in owner.members where field.traits.contains(.field) {
        // `_: KW_ONLY` is private, and so not here; its type tells on the field that follows it.
        if field.returns?.hasSuffix("KW_ONLY") == true { isKeywordOnly = true }
        guard !field.traits.contains(.notInConstructor) else { continue }
        let parameter = ApiParameter(
          name: field.name,
          kind: isKeywordOnly || field.traits.contains(.keywordOnly) ? .keywordOnly : .positionalOrKeyword,
          annotation: field.returns.map(withoutInitVar), defaultValue: field.value)
        if let known = parameters.firstIndex(where: { $0.name == field.name }) {
          parameters[known] = parameter
        } else {
          parameters.append(parameter)
        }
      }
    }
    return parameters
  }

  private static func withoutInitVar(_ annotation: String) -> String {
    annotation.hasPrefix("InitVar[") ? String(annotation.dropFirst(8).dropLast()) : annotation
  }
}
