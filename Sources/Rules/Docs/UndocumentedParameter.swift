import Lint

/// A docstring describes some of a function's parameters and leaves others out.
struct UndocumentedParameter: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library else { return }
    for signature in DocumentedSignature.all(in: file) where !signature.mayInherit {
      // A stale entry most likely describes the missing parameter under its old name: one finding is enough.
      guard signature.staleEntries.isEmpty else { continue }
      let missing = signature.parameters.filter {
        !$0.isVariadic && !$0.name.text.hasPrefix("_") && !signature.documents($0)
      }
      guard let first = missing.first else { continue }
      let known = signature.parameters.count { signature.documents($0) }
      // A section none of whose names fit describes something else than this signature.
      guard known > 0 else { continue }
      let documented = signature.parameters.count { !$0.isVariadic } - missing.count
      report.add(
        .undocumented(missing.map(\.name.text), documented: documented, in: signature.name), at: first.name.range,
        in: file, of: signature.declaration,
        related: missing.dropFirst().prefix(5).map {
          Evidence("'\($0.name.text)' is missing too", at: Location(path: file.reference.path, range: $0.name.range))
        })
    }
  }
}

extension Message {
  fileprivate static func undocumented(_ names: [String], documented: Int, in function: String) -> Message {
    let list = names.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
    let rest = names.count > 4 ? " and \(names.count - 4) more" : ""
    let total = documented + names.count
    return """
      '\(function)' documents \(documented) of its \(total) parameters; describe \(list)\(rest) as well
      """
  }
}
