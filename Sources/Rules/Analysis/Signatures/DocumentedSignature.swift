import LintModel
import LintSourceText

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
  private let docRanges: [SourceRange]
  /// True if the documentation, or part of it, comes from elsewhere, or goes there.
  let mayInherit: Bool
  /// Entries for parameters that do not exist, each name once; empty if that cannot be determined.
  private(set) var staleEntries: [Doc.Entry] = []

  /// Public callables of a file whose documentation has a section on parameters.
  static func all(in file: SourceFile) -> [DocumentedSignature] {
    file.cache.value { file.model.declarations.indices.compactMap { DocumentedSignature(of: $0, in: file) } }
  }

  private init?(of index: Int, in file: SourceFile) {
    guard !file.model.declarations[index].parameters.isEmpty,
      file.model.declarations[index].isCallable || Self.isNamedCase(index, in: file)
    else { return nil }
    let function = file.model.declarations[index]
    guard function.isPublic || function.isInitializer else { return nil }
    let owner = function.parent.map { file.model.declarations[$0] }
    guard !function.isInitializer || owner?.isPublic == true || file.language == .swift && function.isPublic else {
      return nil
    }
    let sharesTypeDoc = function.isInitializer && file.language == .python
    let docs = [function.doc, sharesTypeDoc ? owner?.doc : nil].compactMap { $0 }
    entries = docs.flatMap(\.parameters)
    docRanges = docs.map(\.range)
    guard !entries.isEmpty else { return nil }
    declaration = index
    type = owner?.kind == .type ? owner?.name.text : nil
    name = function.isInitializer ? owner?.name.text ?? function.name.text : function.name.text
    parameters = function.parameters
    mayInherit =
      function.flags.contains(.isOverload) || docs.contains(where: \.isInherited)
      || file.model.sharedDocs.contains(name) || file.model.sharedDocs.contains(function.name.text)
      || (function.attributes + (sharesTypeDoc ? owner?.attributes ?? [] : [])).contains { Self.writesDocs($0.text) }
    // A separate section on keys often lists those of a dictionary parameter.
    let describesKeys = docs.contains { $0.sections.contains { $0.hasPrefix("keyword") || $0 == "kwargs" } }
    if mayInherit || describesKeys { return }
    var unknown: [Doc.Entry] = []
    let names = Set(parameters.map(\.name.text))
    for entry in entries where !Self.isOther(entry) && !names.contains(entry.name.text) {
      if !unknown.contains(where: { $0.name.text == entry.name.text }) { unknown.append(entry) }
    }
    if !unknown.isEmpty { staleEntries = UnknownEntries(unknown, of: self, in: file).stale }
  }

  /// A case of a Swift enum all of whose values have names.
  private static func isNamedCase(_ index: Int, in file: SourceFile) -> Bool {
    let element = file.model.declarations[index]
    guard file.language == .swift, element.kind == .property else { return false }
    var depth = 0
    var count = 1
    for byte in file.text.bytes[from: Int(element.name.range.end), to: Int(element.range.end)] {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ",") where depth == 1: count += 1
      default: break
      }
    }
    return count == element.parameters.count
  }

  /// Words of a type in place of a name, the instance, which some docstrings describe, and what is described elsewhere.
  private static func isOther(_ entry: Doc.Entry) -> Bool {
    entry.name.text.isEmpty || entry.refersElsewhere || typeWords.contains(entry.name.text)
  }

  private static let typeWords: Set<String> = [
    "None", "True", "False", "optional", "default", "int", "float", "str", "bool", "list", "dict", "tuple", "array",
    // The address of a page, and what leads to it.
    "http", "https", "see",
    "self", "cls", "string", "boolean", "ndarray", "callable", "object", "Any", "Optional", "Tensor",
  ]

  func documents(_ parameter: Parameter) -> Bool {
    entries.contains { $0.name.text == parameter.name.text }
  }

  /// The parameters that the documentation should describe and does not.
  var undocumented: [Parameter] {
    parameters.enumerated().filter { place, parameter in
      !parameter.isVariadic && !parameter.name.text.hasPrefix("_") && !documents(parameter)
        // The instance, in a function that is made a method of a class later.
        && !(place == 0 && (parameter.name.text == "self" || parameter.name.text == "cls"))
    }.map(\.element)
  }

  /// Whether the text that begins a section on parameters mentions one: "made with `mode` and `depth`:".
  func introduces(_ name: String, in file: SourceFile) -> Bool {
    let word = Array("`\(name)`".utf8)
    return docRanges.contains { range in
      guard
        let first = entries.map({ Int($0.range.start) }).filter({ Int(range.start) <= $0 && $0 < Int(range.end) }).min()
      else { return false }
      let bytes = file.text.bytes[Int(range.start)..<first]
      guard let title = ["Argument", "Parameter", "Args:"].compactMap({ Self.last($0, in: bytes) }).max() else {
        return false
      }
      return bytes.indices[title...].contains { bytes[$0...].starts(with: word) }
    }
  }

  private static func last(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    return bytes.indices.last { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }

  /// Decorators that fill in or replace a docstring: `@auto_docstring`, `@Substitution(...)`, `@copy_doc`.
  private static func writesDocs(_ decorator: String) -> Bool {
    let name = decorator.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return name.contains("doc") || name == "substitution" || name == "appender"
  }
}
