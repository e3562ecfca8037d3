import LintModel
import LintSourceText

/// Documents a parameter that the function does not take.
struct RemovedParameterPlanter: Planter {
  let rule = "stale-parameter-doc"
  let flaw = "document a parameter that was removed"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.documentedParameters.compactMap { parameter, entry, entries in
      guard !parameter.isVariadic, entries.count(where: { $0.range == entry.range }) == 1, entries.count > 1,
        file.text[entry.name.range] == parameter.name.text
      else { return nil }
      let lines = file.lines(of: entry.range)
      let name = file.language == .swift ? "cachedShape" : "cached_shape"
      guard entry.name.range.start >= lines.start,
        let copy = PlantedText(
          Array(file.text.bytes(in: lines)),
          [
            Fix.Edit(
              SourceRange(start: entry.name.range.start - lines.start, end: entry.name.range.end - lines.start), name)
          ])
      else { return nil }
      let before = SourceRange(start: lines.start, end: lines.start)
      return Plant(file, [Fix.Edit(before, String(decoding: copy.bytes, as: UTF8.self))], expected: before)
    }
  }
}
