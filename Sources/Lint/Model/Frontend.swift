import LintSourceText

/// Lowers files of one language to the model. Never runs or imports the code that it reads.
public protocol Frontend: Sendable {
  /// File extensions it reads, without the dot.
  var fileExtensions: [String] { get }
  /// Decodes a file: byte order mark, declared encodings, notebook cells.
  func decode(_ bytes: [UInt8], path: String) throws(UndecodableFile) -> SourceText
  /// Lowers decoded text. Never fails: what could not be parsed is in the model's `syntaxErrors`.
  func lower(_ text: SourceText, _ reference: FileReference) -> FileModel
  /// The languages of examples in documents that it reads, as their fences call them.
  var exampleLanguages: [String] { get }
  /// Reads the examples of one document, in order: what one imports the next may use.
  func read(_ examples: inout [Example], of reference: FileReference)
}

extension Frontend {
  public var exampleLanguages: [String] { [] }
  public func read(_ examples: inout [Example], of reference: FileReference) {}
}
