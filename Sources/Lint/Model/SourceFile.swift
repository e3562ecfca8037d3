import LintSourceText

/// One file as rules see it in the first phase. A class, because it is passed to every rule.
public final class SourceFile: Sendable {
  public let reference: FileReference
  public let text: SourceText
  public let model: FileModel
  /// Where the names that it uses come from.
  public let importedNames: ImportedNames
  /// Results that several rules share, computed once.
  public let cache = FileCache()
  /// Its test coverage; nil if no coverage report mentions it.
  public let coverage: LineCoverage?

  public init(reference: FileReference, text: SourceText, model: FileModel, coverage: LineCoverage? = nil) {
    self.reference = reference
    self.text = text
    self.model = model
    self.coverage = coverage
    importedNames = ImportedNames(model.imports, of: reference)
  }

  public var role: Role { reference.role }
  public var language: Language { reference.language }

  /// The qualified name of a declaration: `keras.layers.Dense.call`. Stays the same when lines move.
  public func symbol(of declaration: Int?) -> String {
    var parts: [String] = []
    var index = declaration
    while let current = index {
      parts.append(model.declarations[current].name.text)
      index = model.declarations[current].parent
    }
    return ([reference.module] + parts.reversed()).filter { !$0.isEmpty }.joined(separator: ".")
  }

  /// The declaration and those that enclose it, innermost first.
  public func enclosing(_ declaration: Int?) -> [Declaration] {
    var result: [Declaration] = []
    var index = declaration
    while let current = index {
      result.append(model.declarations[current])
      index = model.declarations[current].parent
    }
    return result
  }
}
