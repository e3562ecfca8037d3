import LintModel
import LintSourceText

/// Deletes the documentation of one parameter among others that stay documented.
struct DroppedDocPlanter: Planter {
  let rule = "undocumented-parameter"
  let flaw = "delete the documentation of a parameter"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.documentedParameters.compactMap { parameter, entry, entries in
      let lines = file.lines(of: entry.range)
      guard entries.count > 2, !parameter.isVariadic,
        !entries.contains(where: { $0.name != entry.name && lines.contains($0.name.range) })
      else { return nil }
      return Plant(file, [Fix.Edit(lines, "")], expected: parameter.name.range, parameter.publicName.range)
    }
  }
}

/// Documents a parameter under another name, as after a renaming in the code alone.
struct StaleDocPlanter: Planter {
  let rule = "stale-parameter-doc"
  let flaw = "document a parameter under its former name"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["undocumented-parameter"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.documentedParameters.compactMap { parameter, entry, entries in
      guard !parameter.isVariadic, entries.count(where: { $0.range == entry.range }) == 1,
        file.text[entry.name.range] == parameter.name.text
      else { return nil }
      let former =
        file.language == .swift ? "former\(parameter.name.text.capitalizedFirst)" : "former_\(parameter.name.text)"
      return Plant(
        file, [Fix.Edit(entry.name.range, former)], expected: entry.range, entry.name.range, parameter.name.range)
    }
  }
}

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

extension SourceFile {
  /// The documented parameters of functions that others call, each with its entry and all entries beside it.
  var documentedParameters: [(parameter: Parameter, entry: Doc.Entry, entries: [Doc.Entry])] {
    publicCallables.flatMap { index, function in
      docs(of: index).filter { !$0.isInherited }.flatMap { doc in
        function.parameters.compactMap { parameter in
          doc.parameters.first { $0.name.text == parameter.name.text }.map { (parameter, $0, doc.parameters) }
        }
      }
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
