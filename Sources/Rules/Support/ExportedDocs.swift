import Lint

/// What one file adds to the question which exported names are documented, and which show an example.
struct ExportedDocs: Codable {
  /// A function or type at the top of the file.
  struct Entry: Codable {
    var name: String
    var symbol: String
    var range: SourceRange
    var isType: Bool
    /// True where something explains it: a docstring, one of its initializer's, or one that a decorator writes.
    var isDocumented: Bool
    /// True where its documentation shows code or points at an example elsewhere.
    var hasExample: Bool
    /// True where its documentation is nothing but a copy or a reference: what it lacks is missing elsewhere.
    var isInherited: Bool
  }

  /// Names and imports alone: members and signatures are left out.
  var module: ApiModule
  var entries: [Entry]

  init?(_ file: SourceFile) {
    guard !ForeignFolder.contains(file.reference.path), !file.reference.path.hasSuffix(".pyi"),
      var module = file.api
    else { return nil }
    for index in module.symbols.indices {
      module.symbols[index].members = []
      module.symbols[index].parameters = []
      module.symbols[index].raises = []
    }
    self.module = module
    // `Dense.__doc__ = ...` writes documentation where no docstring shows it.
    let assignsDocs = file.language == .python && file.model.mentions.contains("__doc__")
    entries = file.model.declarations.indices.compactMap { Entry($0, in: file, assignsDocs: assignsDocs) }
  }
}

extension ExportedDocs.Entry {
  init?(_ index: Int, in file: SourceFile, assignsDocs: Bool) {
    let declaration = file.model.declarations[index]
    guard declaration.kind == .function || declaration.kind == .type,
      declaration.parent.map({ file.model.declarations[$0].kind == .module }) ?? true,
      declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isExtension, .isLocal]),
      !Self.speaksForItself(declaration), !file.speaksOfDeprecation(in: declaration)
    else { return nil }
    let isType = declaration.kind == .type
    let members = isType ? file.model.declarations.filter { $0.parent == index } : []
    let own = [declaration.doc, members.first { $0.isInitializer }?.doc].compactMap { $0 }
    let isWritten = assignsDocs || declaration.attributes.contains { $0.text.lowercased().contains("doc") }
    name = declaration.name.text
    symbol = file.symbol(of: index)
    range = declaration.name.range
    self.isType = isType
    isDocumented = isWritten || own.contains { !$0.summary.isEmpty || !$0.sections.isEmpty || $0.isInherited }
    hasExample = (own + members.compactMap(\.doc)).contains { Self.shows($0, in: file) }
    isInherited = isWritten || own.contains(where: \.isInherited)
  }

  /// Errors and enumerations, whose names and cases say what they are.
  private static func speaksForItself(_ declaration: Declaration) -> Bool {
    let name = declaration.name.text
    if name == "main" || name.hasPrefix("_") { return true }
    guard declaration.kind == .type else { return false }
    let bases = declaration.bases.map { $0.split(separator: ".").last ?? "" } + [Substring(name)]
    return bases.contains {
      $0.hasSuffix("Error") || $0.hasSuffix("Exception") || $0.hasSuffix("Warning") || $0.hasSuffix("Enum")
    }
  }

  /// Whether documentation shows code, or says where there is an example.
  private static func shows(_ doc: Doc, in file: SourceFile) -> Bool {
    if !doc.examples.isEmpty { return true }
    let text = file.text[doc.range].lowercased()
    return ["example", "usage", ".. plot", ".. code", "```", "tutorial", "notebook"].contains { text.contains($0) }
  }
}

/// A function or type that callers can import, with the path by which they do.
struct ExportedSymbol {
  let path: String
  let file: FileReference
  let entry: ExportedDocs.Entry

  var location: Location { Location(path: file.path, range: entry.range) }
  /// The module or package that offers it.
  var home: Substring { path.lastIndex(of: ".").map { path[..<$0] } ?? "" }

  /// What a project exports on purpose: `public` in Swift; in Python what an `__all__` lists, a package takes from its
  /// modules, or a decorator exports. That a module has no underscore alone means little.
  static func all(_ facts: [FileFacts<ExportedDocs>]) -> [ExportedSymbol] {
    var entries: [String: [UInt32: (FileReference, ExportedDocs.Entry, isListed: Bool)]] = [:]
    var modules: [String: [ApiModule]] = [:]
    for file in facts {
      for fact in file.facts {
        modules[file.file.distribution, default: []].append(fact.module)
        let listed = Set(fact.module.exports ?? [])
        for entry in fact.entries {
          let isListed = file.file.language == .swift || listed.contains(entry.name)
          entries[file.file.path, default: [:]][entry.range.start] = (file.file, entry, isListed)
        }
      }
    }
    return modules.keys.sorted().flatMap { distribution -> [ExportedSymbol] in
      ApiOutline(modules[distribution] ?? []).symbols.compactMap { symbol in
        guard !symbol.isHidden, symbol.kind == .function || symbol.kind == .type,
          let (file, entry, isListed) = entries[symbol.place.path]?[symbol.place.range.start],
          isListed || symbol.path != entry.symbol || !symbol.aliases.isEmpty
        else { return nil }
        return ExportedSymbol(path: symbol.path, file: file, entry: entry)
      }
    }
  }
}
