import LintModel
import LintSourceText

/// Drops the comma between two texts of a list that are on lines of their own.
struct CommaPlanter: Planter {
  let rule = "missing-comma"
  let flaw = "drop a comma in a list of texts"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.arguments.filter { $0.kind == .collection }.map(\.value).flatMap { plants(in: $0, file) }
      + file.model.flow.steps.filter { $0.kind == .assignment && !$0.value.isEmpty }.map(\.value)
      .filter { file.text.bytes[from: Int($0.start), to: Int($0.start) + 1].first == UInt8(ascii: "[") }
      .flatMap { plants(in: $0, file) }
  }

  private func plants(in range: SourceRange, _ file: SourceFile) -> [Plant] {
    let lines = file.text.bytes(in: range).split(separator: UInt8(ascii: "\n"))
    guard lines.count > 4 else { return [] }
    return zip(lines.dropFirst(), lines.dropFirst(2)).compactMap { line, next in
      guard isElement(line), isElement(next), let comma = line.lastIndex(of: UInt8(ascii: ",")) else { return nil }
      let place = SourceRange(start: UInt32(comma), end: UInt32(comma + 1))
      let start = line.firstIndex { $0 > 0x20 } ?? line.startIndex
      let end = SourceRange(start: UInt32(start), end: UInt32(next.endIndex))
      return Plant(file, [Fix.Edit(place, "")], expected: end)
    }
  }

  /// A line of one literal and its comma.
  private func isElement(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self).trimmed
    guard let quote = text.first, quote == "\"" || quote == "'", text.last == ",", text.count > 4 else { return false }
    let content = text.dropLast().dropFirst()
    return content.last == quote && !content.dropLast().contains(quote)
  }
}
