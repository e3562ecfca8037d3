import LintModel
import LintSourceText

/// Breaks an example that uses the repository's own code: a keyword or a name that no longer exists.
struct ExamplePlanter: Planter {
  enum Part: Sendable { case keyword, `import` }

  let rule: String
  let part: Part
  let languages: Set<Language> = [.python, .swift, .markdown]
  /// A module that does not exist has no functions either.
  let companions: Set<String> = ["broken-example-call"]

  var flaw: String { part == .keyword ? "rename a keyword in an example" : "import a former name in an example" }

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    // A script is code; only what is there to be read is an example.
    file.model.examples.filter { $0.form != .file || file.role == .example }.flatMap {
      $0.uses.flatMap { plants($0, in: file, project) }
    }
  }

  private func plants(_ use: ExampleUse, in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard let last = use.ranges.last, use.member == nil, project.declares(use.path) else { return [] }
    switch part {
    case .import:
      guard use.isImport else { return [] }
      let end = SourceRange(start: last.end, end: last.end)
      return [
        Plant(file, [Fix.Edit(end, last.isEmpty || !use.path.isSnakeCase ? "Legacy" : "_legacy")], expected: last)
      ]
    case .keyword:
      let name = use.path.split(separator: ".").last.map(String.init) ?? ""
      guard let passed = use.passed, !passed.isOpen, let parameters = project.parameters(ofCallee: name) else {
        return []
      }
      return passed.keywords.compactMap { keyword in
        guard parameters.contains(where: { $0.publicName.text == keyword.name }) else { return nil }
        return Plant(
          file, replace: keyword.range, with: file.language == .swift ? "former" : "former_\(keyword.name)")
      }
    }
  }
}

extension String {
  /// Whether the last name of a dotted path is in lower case.
  fileprivate var isSnakeCase: Bool { split(separator: ".").last?.contains { $0.isUppercase } == false }
}
