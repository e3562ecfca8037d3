import LintModel
import LintSourceText

/// Drops the space between two literals that are joined into one message.
struct SpacePlanter: Planter {
  let rule = "missing-space"
  let flaw = "drop the space between joined literals"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.concatenations.flatMap { text -> [Plant] in
      guard text.use != .other, text.use != .doc, !text.isElement else { return [] }
      return text.joins.compactMap { join in
        let bytes = file.text.bytes
        let (left, right) = (Int(join.start), Int(join.end))
        guard left > 1, right < bytes.count, bytes[left - 1] == 0x20, bytes[left - 2].isLetter, bytes[right].isLetter
        else { return nil }
        let space = SourceRange(start: join.start - 1, end: join.start)
        return Plant(
          file, [Fix.Edit(space, "")], expected: SourceRange(start: join.start - 2, end: join.end + 1))
      }
    }
  }
}

extension UInt8 {
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
