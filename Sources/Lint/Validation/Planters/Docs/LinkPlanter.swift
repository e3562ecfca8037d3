import LintModel
import LintSourceText

/// Links to a file that is not there any more.
struct LinkPlanter: Planter {
  let rule = "dead-link"
  let flaw = "link to a file that does not exist"
  let languages: Set<Language> = [.markdown]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.links.compactMap { link in
      let target = link.target.prefix { $0 != "#" && $0 != "?" }
      guard !target.isEmpty, !target.contains(":"), !target.hasPrefix("/"), !link.isPage,
        let dot = target.lastIndex(of: "."), target[dot...].utf8.count < 8,
        project.contains(String(target), from: Paths.folder(of: file.reference.projectPath))
      else { return nil }
      let place = link.range.start + UInt32(target[..<dot].utf8.count)
      guard place <= link.range.end else { return nil }
      return Plant(file, [Fix.Edit(SourceRange(start: place, end: place), "_former")], expected: link.range)
    }
  }
}
