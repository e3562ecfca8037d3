import LintSourceText

/// One file as rules see it in the first phase. A reference, since every rule is handed all of it.
package final class SourceFile: Sendable {
  package let reference: FileReference
  package let text: SourceText
  package let model: FileModel
  /// Where the names that it uses come from.
  package let importedNames: ImportedNames
  /// What several rules ask of it, worked out once.
  package let cache = FileCache()
  /// What tests reach of it; nil if no coverage report mentions it.
  package let coverage: LineCoverage?

  package init(reference: FileReference, text: SourceText, model: FileModel, coverage: LineCoverage? = nil) {
    self.reference = reference
    self.text = text
    self.model = model
    self.coverage = coverage
    importedNames = ImportedNames(model.imports, of: reference)
  }

  package var role: Role { reference.role }
  package var language: Language { reference.language }

  /// The qualified name of a declaration: `keras.layers.Dense.call`. Stays the same when lines move.
  package func symbol(of declaration: Int?) -> String {
    var parts: [String] = []
    var index = declaration
    while let current = index {
      parts.append(model.declarations[current].name.text)
      index = model.declarations[current].parent
    }
    return ([reference.module] + parts.reversed()).filter { !$0.isEmpty }.joined(separator: ".")
  }

  /// The declaration and those that enclose it, innermost first.
  package func enclosing(_ declaration: Int?) -> [Declaration] {
    var result: [Declaration] = []
    var index = declaration
    while let current = index {
      result.append(model.declarations[current])
      index = model.declarations[current].parent
    }
    return result
  }
}
