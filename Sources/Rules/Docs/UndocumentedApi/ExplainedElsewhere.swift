import LintModel
import LintRuleKit

/// Exported names that need no documentation because related code explains them.
struct ExplainedElsewhere {
  /// By file: its names, the documented ones, and the types that documented functions return.
  private var names: [String: Set<String>] = [:]
  private var documented: [String: Set<String>] = [:]
  private var made: [String: Set<String>] = [:]
  /// By name: whether a class is documented, and its bases.
  private var types: [String: (isDocumented: Bool, bases: [String])] = [:]

  init(_ facts: [FileFacts<ExportedDocs>]) {
    for file in facts where !file.facts.isEmpty {
      for entry in file.facts.flatMap(\.entries) {
        let path = Self.place(of: file.file)
        names[path, default: []].insert(entry.name)
        if entry.isDocumented { documented[path, default: []].insert(entry.name) }
        if entry.isDocumented, !entry.isType, let type = entry.returned { made[path, default: []].insert(type) }
        if entry.isType, file.file.language == .python {
          types[entry.name] = (entry.isDocumented || types[entry.name]?.isDocumented == true, entry.bases)
        }
      }
    }
  }

  /// Overloads in Swift may be in any file of a module.
  private static func place(of file: FileReference) -> String {
    file.language == .swift ? file.module : file.projectPath
  }

  func explains(_ symbol: ExportedSymbol) -> Bool {
    let place = Self.place(of: symbol.file)
    if Self.isOfHelpers(symbol) { return true }
    if documented[place]?.contains(symbol.entry.name) == true || symbol.entry.isPart { return true }
    guard symbol.entry.isType else {
      return symbol.file.language == .python && isVariant(symbol.entry.name, of: names[place] ?? [])
    }
    // `def resnet18() -> ResNet` explains what a `ResNet` is.
    return made[place]?.contains(symbol.entry.name) == true || isLikeBase(symbol.entry)
  }

  /// Whether it belongs to a nested package of helpers, which users rarely see.
  private static func isOfHelpers(_ symbol: ExportedSymbol) -> Bool {
    let parts = symbol.home.split(separator: ".")
    return symbol.file.language == .python && parts.count > 2
      && parts.dropFirst().contains {
        $0.hasPrefix("util") || $0.hasSuffix("utils") || $0 == "helpers" || $0 == "internal"
      }
  }

  /// `erase_image` next to `erase`: the documentation of one covers the other.
  private func isVariant(_ name: String, of names: Set<String>) -> Bool {
    var rest = name[...]
    while let bar = rest.lastIndex(of: "_"), bar > rest.startIndex {
      rest = rest[..<bar]
      if names.contains(String(rest)) { return true }
    }
    return false
  }

  /// Whether a class shares the constructor of its base, whose documentation covers it.
  private func isLikeBase(_ entry: ExportedDocs.Entry) -> Bool {
    guard entry.parameters ?? 0 == 0 else { return false }
    var pending = entry.bases
    var seen: Set<String> = [entry.name]
    while let base = pending.popLast() {
      guard seen.insert(base).inserted, let type = types[base] else { continue }
      if type.isDocumented { return true }
      pending += type.bases
    }
    return false
  }
}
