/// Which file it is, apart from what stands in it: small enough to keep for the whole run.
public struct FileReference: Hashable, Codable, Sendable {
  /// Relative to where mllint runs, with forward slashes.
  public var path: String
  public var language: Language
  public var role: Role
  /// The folder of the distribution that the file belongs to (nearest pyproject.toml, setup.py or Package.swift).
  public var distribution: String
  /// The importable name: `keras.layers.dense`; for Swift the target's name.
  public var module: String
  /// Relative to the project's root.
  public var projectPath: String

  public init(
    path: String, language: Language, role: Role, distribution: String, module: String, projectPath: String? = nil
  ) {
    self.path = path
    self.projectPath = projectPath ?? path
    self.language = language
    self.role = role
    self.distribution = distribution
    self.module = module
  }
}

/// One file as rules see it in the first phase. A reference, since every rule is handed all of it.
public final class SourceFile: Sendable {
  public let reference: FileReference
  public let text: SourceText
  public let model: FileModel
  /// Where the names that it uses come from.
  public let importedNames: ImportedNames
  /// What several rules ask of it, worked out once.
  public let cache = FileCache()
  /// What tests reach of it; nil where no coverage report speaks of it.
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

/// Turns the bytes of one language's files into the model. Never runs or imports what it reads.
public protocol Frontend: Sendable {
  /// File endings it reads, without the dot.
  var endings: [String] { get }
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

/// Why a file's bytes cannot be read as text of its kind.
public struct UndecodableFile: Error, Sendable {
  /// What is wrong and what was expected, in the voice of a finding.
  public var message: String

  public init(message: String) { self.message = message }
}
