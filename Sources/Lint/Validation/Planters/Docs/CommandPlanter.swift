import LintModel
import LintSourceText

/// Shows a flag in a documented command that the script does not have.
struct CommandPlanter: Planter {
  let rule = "broken-example-command"
  let flaw = "use a former flag in a documented command"
  let languages: Set<Language> = [.markdown]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.examples.filter { ["bash", "sh", "shell", "console", ""].contains($0.language) }.flatMap { example in
      flags(in: example.range, file, project).map { flag in
        let end = SourceRange(start: flag.end, end: flag.end)
        return Plant(file, [Fix.Edit(end, "-legacy")], expected: flag)
      }
    }
  }

  /// The flags of commands that run a script of the repository which declares them.
  private func flags(in range: SourceRange, _ file: SourceFile, _ project: PlantingProject) -> [SourceRange] {
    let bytes = file.text.bytes(in: range)
    var spellings: Set<String> = []
    var flags: [SourceRange] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(whereSeparator: { $0 <= 0x20 }).map {
        (word: $0, text: String(decoding: $0, as: UTF8.self))
      }
      let isContinued = words.last?.text == "\\"
      if let script = words.first(where: { $0.text.hasSuffix(".py") })?.text,
        words.contains(where: { $0.text == "python" }),
        !words.contains(where: { ["cd", "&&", "|", ";"].contains($0.text) })
      {
        let path = script.hasPrefix("./") ? String(script.dropFirst(2)) : script
        spellings = options(of: path, file, project)
      }
      for item in words where item.text.hasPrefix("--") {
        let name = item.text.prefix { $0 != "=" }
        guard spellings.contains(String(name)) else { continue }
        let start = UInt32(item.word.startIndex)
        flags.append(SourceRange(start: start, end: start + UInt32(name.utf8.count)))
      }
      if !isContinued { spellings = [] }
    }
    return flags
  }

  private func options(of script: String, _ file: SourceFile, _ project: PlantingProject) -> Set<String> {
    let folder = Paths.folder(of: file.reference.projectPath)
    guard let found = project.files[script] ?? project.files[Paths.join(folder, script)],
      !found.model.commandLine.isOpen
    else { return [] }
    return Set(
      found.model.declarations.compactMap(\.option).filter { $0.style == .argparse }.flatMap {
        $0.spellings.map(\.text)
      })
  }
}
