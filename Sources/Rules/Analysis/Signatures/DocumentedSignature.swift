import LintModel

/// A function's parameters and the documentation that describes them: its own and, for an initializer, that of the
/// type.
struct DocumentedSignature {
  /// Index of the function in its file's declarations.
  let declaration: Int
  /// The name for callers: that of the type for an initializer.
  let name: String
  /// The type that it is a method of.
  let type: String?
  let parameters: [Parameter]
  let entries: [Doc.Entry]
  /// True if the documentation, or part of it, comes from elsewhere.
  let mayInherit: Bool
  /// True if a separate section lists keys: often those of a dictionary parameter, not keywords.
  let describesKeys: Bool

  /// Public callables of a file whose documentation has a section on parameters.
  static func all(in file: SourceFile) -> [DocumentedSignature] {
    file.cache.value { file.model.declarations.indices.compactMap { DocumentedSignature(of: $0, in: file) } }
  }

  private init?(of index: Int, in file: SourceFile) {
    guard file.model.declarations[index].isCallable, !file.model.declarations[index].parameters.isEmpty else {
      return nil
    }
    let function = file.model.declarations[index]
    guard function.isPublic || function.isInitializer else { return nil }
    let owner = function.parent.map { file.model.declarations[$0] }
    guard !function.isInitializer || owner?.isPublic == true || file.language == .swift && function.isPublic else {
      return nil
    }
    let sharesTypeDoc = function.isInitializer && file.language == .python
    let docs = [function.doc, sharesTypeDoc ? owner?.doc : nil].compactMap { $0 }
    entries = docs.flatMap(\.parameters)
    guard !entries.isEmpty else { return nil }
    declaration = index
    type = owner?.kind == .type ? owner?.name.text : nil
    name = function.isInitializer ? owner?.name.text ?? function.name.text : function.name.text
    parameters = function.parameters
    describesKeys = docs.contains { $0.sections.contains { $0.hasPrefix("keyword") || $0 == "kwargs" } }
    mayInherit =
      function.flags.contains(.isOverload) || docs.contains(where: \.isInherited)
      || (function.attributes + (sharesTypeDoc ? owner?.attributes ?? [] : [])).contains { Self.writesDocs($0.text) }
  }

  /// Entries for parameters that do not exist.
  ///
  /// Empty if that cannot be determined: the names of keyword arguments that a function passes on appear only in the
  /// signature of their receiver, and a section without any matching name describes something else.
  var staleEntries: [Doc.Entry] {
    guard !mayInherit, !describesKeys, !parameters.contains(where: \.isVariadic) else { return [] }
    let names = Set(parameters.map(\.name.text))
    guard entries.contains(where: { names.contains($0.name.text) }) else { return [] }
    return entries.filter {
      !$0.name.text.isEmpty && !names.contains($0.name.text) && !Self.typeWords.contains($0.name.text)
    }
  }

  /// Words of a type in place of a name, and the instance, which some docstrings describe.
  private static let typeWords: Set<String> = [
    "None", "True", "False", "optional", "default", "int", "float", "str", "bool", "list", "dict", "tuple", "array",
    "self", "cls",
  ]

  func documents(_ parameter: Parameter) -> Bool {
    entries.contains { $0.name.text == parameter.name.text }
  }

  /// Decorators that fill in or replace a docstring: `@auto_docstring`, `@Substitution(...)`, `@copy_doc`.
  private static func writesDocs(_ decorator: String) -> Bool {
    let name = decorator.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return name.contains("doc") || name == "substitution" || name == "appender"
  }
}
