import LintModel
import LintSourceText

/// Reads an environment variable of the project that no document names.
struct VariablePlanter: Planter {
  let rule = "undocumented-environment-variable"
  let flaw = "read an environment variable under a new name"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    // Variables of other programs are documented by them.
    guard file.role == .library, let package = file.reference.module.split(separator: ".").first?.uppercased() else {
      return []
    }
    return file.model.declarations.compactMap { item in
      guard let option = item.option, option.style == .environmentVariable, let name = option.spellings.first,
        name.text.split(separator: "_").contains(where: { $0 == package }),
        let place = Bytes.find(Array(name.text.utf8), in: file.text.bytes(in: item.range))
      else { return nil }
      let end = UInt32(place + name.text.utf8.count)
      return Plant(file, [Fix.Edit(SourceRange(start: end, end: end), "_V2")], expected: item.range)
    }
  }
}
