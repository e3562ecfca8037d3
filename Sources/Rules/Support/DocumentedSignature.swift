import LintModel

/// A function's parameters beside the documentation that describes them: its own and, for an initializer, its type's.
struct DocumentedSignature {
  /// Index of the function in its file's declarations.
  let declaration: Int
  /// What readers call it: the type's name for an initializer.
  let name: String
  /// The type that it is a method of.
  let type: String?
  let parameters: [Parameter]
  let entries: [Doc.Entry]
  /// True where the documentation, or part of it, comes from elsewhere.
  let mayInherit: Bool
  /// True where a section of its own lists keys: those of a dictionary among the parameters, as often as keywords.
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

  /// Entries for parameters that there are not.
  ///
  /// Empty where that cannot be told: keyword arguments that a function passes on have names that only their receiver's
  /// signature shows, and a section none of whose names fit describes something else.
  var staleEntries: [Doc.Entry] {
    guard !mayInherit, !describesKeys, !parameters.contains(where: \.isVariadic) else { return [] }
    let names = Set(parameters.map(\.name.text))
    guard entries.contains(where: { names.contains($0.name.text) }) else { return [] }
    return entries.filter {
      !$0.name.text.isEmpty && !names.contains($0.name.text) && !Self.typeWords.contains($0.name.text)
    }
  }

  /// Words of a type that slipped to the place of a name, and the instance, which some describe too.
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
