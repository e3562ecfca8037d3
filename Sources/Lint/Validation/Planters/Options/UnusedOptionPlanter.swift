import LintModel
import LintSourceText

/// Declares an option that nothing reads.
struct UnusedOptionPlanter: Planter {
  let rule = "unused-option"
  let flaw = "declare an option that nothing reads"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.model.commandLine.isParsed, !file.model.commandLine.isSpread else { return [] }
    let usesHyphens = !file.model.declarations.contains { $0.option?.spellings.first?.text.contains("_") == true }
    return file.model.invocations.compactMap { call in
      guard file.name(of: call) == "add_argument", call.isDotted,
        let margin = file.indentation(before: call.range.start),
        file.text.bytes(from: call.range.end, to: call.range.end + 1).first == UInt8(ascii: "\n"),
        let first = file.model.arguments[call.arguments].first, first.kind == .string,
        file.text[first.value].dropFirst().hasPrefix("--")
      else { return nil }
      let name = PlantedName.make(at: call.range.start, in: file)
      let option = usesHyphens ? name.replacing("_", with: "-") : name
      let text =
        "\(file.text[call.callee])(\"--\(option)\", type=int, default=4, help=\"number of clips kept\")\n\(margin)"
      let place = SourceRange(start: call.range.start, end: call.range.start)
      return Plant(file, [Fix.Edit(place, text)], expected: place)
    }
  }
}
