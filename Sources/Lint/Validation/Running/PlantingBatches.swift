/// Puts plants together that do not interfere: at most one in a file, and those that reach further alone.
struct PlantingBatches {
  private(set) var batches: [[PlantedFile]] = []

  init(_ plants: [PlantedFile], _ planters: [any Planter], onlyOne: Bool) {
    var used: [Set<String>] = []
    var together: [[PlantedFile]] = []
    for plant in plants {
      guard !onlyOne, planters[plant.planter].scope == .file else {
        batches.append([plant])
        continue
      }
      let path = plant.file.path
      if let index = used.firstIndex(where: { !$0.contains(path) }) {
        used[index].insert(path)
        together[index].append(plant)
      } else {
        used.append([path])
        together.append([plant])
      }
    }
    batches = together + batches
  }
}
