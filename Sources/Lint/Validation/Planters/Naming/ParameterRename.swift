import LintModel
import LintSourceText

/// Renames a parameter with everything in its function that refers to it.
enum ParameterRename {
  /// - Returns: nil if the parameter or a use of it cannot be told from others, or if the new name is taken.
  static func edits(of parameter: Parameter, in index: Int, to name: String, _ file: SourceFile) -> [Fix.Edit]? {
    let function = file.model.declarations[index]
    guard !parameter.isVariadic, !function.parameters.contains(where: { $0.name.text == name }) else { return nil }
    if file.language == .swift {
      if let label = parameter.label { return label.text == "_" ? nil : [Fix.Edit(label.range, name)] }
      return [Fix.Edit(SourceRange(start: parameter.name.range.start, end: parameter.name.range.start), "\(name) ")]
    }
    let (old, new) = (IdentifierSet.hash(parameter.name.text.utf8), IdentifierSet.hash(name.utf8))
    let uses = file.model.flow.names(in: function.range)
    // A function inside may have a parameter of the same name.
    let isShadowed = file.model.declarations.contains { inner in
      inner.isCallable && inner.range != function.range && function.range.contains(inner.range)
        && inner.parameters.contains { $0.name.text == parameter.name.text }
    }
    guard !isShadowed, !uses.contains(where: { $0.hash == new }) else { return nil }
    let entries = file.entries(of: index).filter { $0.name.text == parameter.name.text }.map(\.name.range)
    let ranges = Set([parameter.name.range] + uses.filter { $0.hash == old }.map(\.range) + entries)
    return ranges.sorted().map { Fix.Edit($0, name) }
  }
}
