import LintModel
import LintSourceText

/// Writes a line in front of a function at the top of a file.
struct LinePlanter: Planter {
  let rule: String
  let flaw: String
  var languages: Set<Language> = [.python]
  var companions: Set<String> = []
  /// What is written for a name that nothing else has.
  let line: @Sendable (_ name: String) -> String

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.declarations.compactMap { item in
      guard item.kind == .function, !item.flags.contains(.isLocal), file.indentation(before: item.range.start) == ""
      else {
        return nil
      }
      // A comment above belongs to the function, as does its documentation in Swift.
      let above = file.previous(before: item.range.start)
      if let above, file.text.bytes[file.lineStart(of: UInt32(above.place))] == sign(of: file) { return nil }
      let place = SourceRange(start: item.range.start, end: item.range.start)
      let line = line(PlantedName.make(at: place.start, in: file))
      let text = file.language == .python ? line : line.replacing("# ", with: "// ")
      return Plant(file, [Fix.Edit(place, text + "\n")], expected: place)
    }
  }

  private func sign(of file: SourceFile) -> UInt8 {
    file.language == .python ? UInt8(ascii: "#") : UInt8(ascii: "/")
  }
}
