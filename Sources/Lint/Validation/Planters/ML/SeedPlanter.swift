import LintModel
import LintSourceText

/// Seeds the program-wide generator in a function of a library.
struct SeedPlanter: Planter {
  let rule = "global-seed"
  let flaw = "seed the global generator in a library function"
  private let entryPoints: Set<Substring> = [
    "seed", "seeds", "main", "train", "test", "run", "setup", "prepare", "init", "rng", "random",
  ]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.role == .library,

      file.text.bytes(in: SourceRange(start: 0, end: 4000)).firstRange(of: Array("import numpy as np\n".utf8)) != nil
    else {
      return []
    }
    return file.publicCallables.compactMap { index, function in
      guard entryPoints.isDisjoint(with: function.name.words), function.kind == .function,
        let step = file.model.flow.steps(in: function.range).first(where: {
          $0.owner == index && $0.kind == .assignment
        }),
        let margin = file.indentation(before: step.range.start), margin.count == 4
      else { return nil }
      let place = SourceRange(start: step.range.start, end: step.range.start)
      return Plant(file, [Fix.Edit(place, "np.random.seed(0)\n\(margin)")], expected: place)
    }
  }
}
