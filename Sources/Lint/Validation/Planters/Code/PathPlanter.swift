import LintModel
import LintSourceText

/// Gives a path of one machine as the default of a parameter.
struct PathPlanter: Planter {
  let rule = "absolute-path"
  let flaw = "default to a path of one machine"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.declarations.filter { $0.isCallable }.flatMap { function in
      function.parameters.compactMap { parameter -> Plant? in
        guard let range = parameter.defaultRange, let value = parameter.defaultValue,
          value.first == "\"" || value.first == "'",
          parameter.name.words.contains(where: { ["path", "dir", "folder", "root", "file", "directory"].contains($0) })
        else { return nil }
        return Plant(file, replace: range, with: "\"/home/lena/kmnist/data\"")
      }
    }
  }
}
