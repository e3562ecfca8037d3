import LintApiDiff
import LintModel
import LintRuleKit
import LintSourceText

/// A function or type that callers can import, with its import path.
struct ExportedSymbol {
  let path: String
  let file: FileReference
  let entry: ExportedDocs.Entry

  var location: Location { Location(path: file.path, range: entry.range) }
  /// The module or package that exports it.
  var home: Substring { path.lastIndex(of: ".").map { path[..<$0] } ?? "" }

  /// The intended exports of a project: in Swift, everything `public`; in Python, names that an `__all__` lists, a
  /// package imports from its modules, or a decorator exports. A module without an underscore means little.
  static func all(_ facts: [FileFacts<ExportedDocs>]) -> [ExportedSymbol] {
    var entries: [String: [UInt32: (FileReference, ExportedDocs.Entry, isListed: Bool)]] = [:]
    var modules: [String: [ApiModule]] = [:]
    // The source of generated files is seen by callers in those files.
    let origins = Set(
      facts.flatMap { file in
        file.facts.compactMap { $0.origin.map { Paths.join(Paths.folder(of: file.file.projectPath), $0) } }
      })
    for file in facts where !origins.contains(file.file.projectPath) {
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
