/// Formats symbols for reading, one line each.
package enum ApiSignature {
  /// `(units, activation=None, *, name=None) -> Tensor`.
  package static func text(_ symbol: ApiSymbol) -> String {
    switch symbol.kind {
    case .function, .method:
      let names = symbol.name.contains("(") ? String(symbol.baseName) : symbol.name
      var text = symbol.traits.contains(.async) ? "async " : ""
      text += names + "(" + parameters(symbol.parameters).joined(separator: ", ") + ")"
      if let thrown = symbol.thrown { text += thrown == "any Error" ? " throws" : " throws(\(thrown))" }
      if let returns = symbol.returns { text += " -> " + oneLine(returns) }
      return text
    case .type:
      let bases = symbol.bases.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
      let form = symbol.form ?? "class"
      let generics = symbol.generics.isEmpty ? "" : "<\(symbol.generics.joined(separator: ", "))>"
      if let value = symbol.value, form == "typealias" { return "\(form) \(symbol.name)\(generics) = \(value)" }
      return "\(form) \(symbol.name)\(generics)" + (bases.isEmpty ? "" : "(\(bases.joined(separator: ", ")))")
    case .property, .attribute:
      return symbol.name + (symbol.returns.map { ": " + oneLine($0) } ?? "")
        + (symbol.value.map { " = " + oneLine($0) } ?? "")
    case .enumCase: return "case \(symbol.name)" + (symbol.value.map { "(\(oneLine($0)))" } ?? "")
    case .module: return "module \(symbol.name)"
    case .borrowed: return symbol.name + (symbol.value.map { " (\($0))" } ?? "")
    }
  }

  /// Each parameter as written, with the bare `/` and `*` of Python between them.
  package static func parameters(_ parameters: [ApiParameter]) -> [String] {
    var result: [String] = []
    var isAfterStar = false
    for (index, parameter) in parameters.enumerated() {
      let isPython = parameter.label == nil
      if isPython, parameter.kind == .keywordOnly, !isAfterStar {
        result.append("*")
        isAfterStar = true
      }
      if parameter.kind == .variadicPositional { isAfterStar = true }
      result.append(text(parameter))
      let isLastPositionalOnly =
        parameter.kind == .positionalOnly
        && (index + 1 == parameters.count || parameters[index + 1].kind != .positionalOnly)
      if isPython, isLastPositionalOnly { result.append("/") }
    }
    return result
  }

  package static func text(_ parameter: ApiParameter) -> String {
    let annotation = parameter.annotation.map(oneLine)
    let value = parameter.defaultValue.map(oneLine)
    guard let label = parameter.label else {
      let star =
        parameter.kind == .variadicPositional ? "*" : parameter.kind == .variadicKeyword ? "**" : ""
      let equals = annotation == nil ? "=" : " = "
      return star + parameter.name + (annotation.map { ": " + $0 } ?? "") + (value.map { equals + $0 } ?? "")
    }
    let name = label == parameter.name ? label : "\(label) \(parameter.name)"
    let dots = parameter.kind == .variadicPositional ? "..." : ""
    return name + (annotation.map { ": " + $0 + dots } ?? "") + (value.map { " = " + $0 } ?? "")
  }

  static func oneLine(_ text: String) -> String {
    guard text.contains(where: \.isWhitespace) else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
