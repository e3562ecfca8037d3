import LintModel
import LintSourceText

/// Saves a notebook whose cells ran in another order.
struct NotebookPlanter: Planter {
  let rule = "out-of-order-notebook"
  let flaw = "save a notebook whose cells ran out of order"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    let counts = file.text.cells.compactMap(\.executionCount)
    guard counts.count > 2, zip(counts, counts.dropFirst()).allSatisfy(<), let first = counts.first else { return [] }
    // The first cell ran last.
    var plant = Plant(file.reference.path, [], expected: [])
    plant.rewriting = { bytes in
      let mark = "\"execution_count\": "
      let old = Array("\(mark)\(first)".utf8)
      guard let place = Bytes.find(old, in: bytes[...]) else { return nil }
      return bytes[..<place] + Array("\(mark)9\(first)9".utf8) + bytes[(place + old.count)...]
    }
    return [plant]
  }
}
