import LintModel
import LintSourceText

/// Replaces every use of a parameter in its body by its default, so that callers pass it in vain.
struct UnreadParameterPlanter: Planter {
  let rule = "unused-parameter"
  let flaw = "ignore a parameter: use its default instead"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.publicCallables.flatMap { index, function in
      function.parameters.compactMap { parameter in
        guard !parameter.isVariadic, parameter.use.isRead, let value = parameter.defaultValue, isLiteral(value),
          let uses = uses(of: parameter, in: function, file), !uses.isEmpty
        else { return nil }
        return Plant(file, uses.map { Fix.Edit($0, value) }, expected: parameter.name.range)
      }
    }
  }

  /// Where the body reads it; nil if it also binds it.
  private func uses(of parameter: Parameter, in function: Declaration, _ file: SourceFile) -> [SourceRange]? {
    let hash = IdentifierSet.hash(parameter.name.text.utf8)
    let uses = file.model.flow.names(in: function.range).filter { $0.hash == hash }
    return uses.contains(where: \.isStored) ? nil : uses.map(\.range)
  }

  private func isLiteral(_ value: String) -> Bool {
    if value == "True" || value == "False" { return true }
    return value.utf8.first?.isDigit == true && value.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }
}
