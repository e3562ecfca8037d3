import LintModel
import LintProject
import LintSourceText

/// A plant made in the bytes of its file.
struct PlantedFile: Sendable {
  let plant: Plant
  /// Index of its planter.
  let planter: Int
  let file: ProjectFile
  let before: [UInt8]
  let after: [UInt8]
  private let text: PlantedText?

  /// - Returns: nil if the edits do not fit.
  init?(_ plant: Plant, by planter: Int, in file: ProjectFile, _ before: [UInt8]) {
    self.plant = plant
    self.planter = planter
    self.file = file
    self.before = before
    if let rewriting = plant.rewriting {
      guard let after = rewriting(before) else { return nil }
      self.after = after
      text = nil
    } else {
      guard let text = PlantedText(before, plant.edits) else { return nil }
      after = text.bytes
      self.text = text
    }
  }

  /// Where the finding is expected, in the changed file; empty for anywhere.
  var expected: [SourceRange] {
    plant.expected.map { range in text?.range(of: range, isWide: true) ?? range }
  }

  /// Where a place of the unchanged file is now.
  func moved(_ location: Location) -> Location {
    guard location.path == file.shownPath, let text else { return location }
    return Location(path: location.path, range: text.range(of: location.range))
  }

  /// Whether a finding of the planter's rule is where it is expected.
  func isHit(by finding: Finding) -> Bool {
    if !plant.removed.isEmpty { return true }
    guard finding.location.path == file.shownPath else { return false }
    let expected = expected
    return expected.isEmpty || expected.contains { $0.touches(finding.location.range) }
  }
}
