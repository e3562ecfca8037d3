import Foundation

/// Writes the Swift file that lists the rule types and holds the pages: `EmbedCatalogTool RULES SOURCES OUTPUT`; or one
/// that holds every file of a folder: `EmbedCatalogTool FOLDER OUTPUT`.
@main struct EmbedCatalogTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3 { return try embedFolder(arguments[1], in: arguments[2]) }
    guard arguments.count == 4 else {
      throw Failure("expected the folders of pages and sources and an output file, found \(arguments.dropFirst())")
    }
    let rules = URL(filePath: arguments[1])
    let pages = try files(in: rules, fileExtension: "yml").map { ("Rules/\($0.path)", $0.text) }
    let types = try files(in: URL(filePath: arguments[2]), fileExtension: "swift").flatMap { ruleTypes(in: $0.text) }
    let isPage = { (path: String) in
      path.split(separator: "/").count == 3 && !path.hasPrefix("Rules/vocabulary/")
    }
    let sections = [
      "import LintCatalog\nimport LintEngine\nimport LintSerialization",
      """
      /// Every rule, found in the sources of this target.
      package let ruleTypes: [RuleType] = [
      \(types.sorted().map { "  RuleType(\($0).self)," }.joined(separator: "\n"))
      ]
      """,
      "/// Every rule's page.\n" + list("catalogPages", pages.filter { isPage($0.0) }),
      "/// The vocabulary of the field.\n"
        + list("catalogVocabulary", pages.filter { $0.0.hasPrefix("Rules/vocabulary/") }),
      "/// The principles that the rules encode.\n"
        + "package let catalogPrinciples = "
        + file(pages.first { $0.0 == "Rules/principles.yml" } ?? ("Rules/principles.yml", "[]\n")),
      """
      extension Catalog {
        /// Every rule of this target and of the engine, with its page.
        package static func embedded() throws(YAMLError) -> Catalog {
          try Catalog(types: ruleTypes + EngineRules.types, pages: catalogPages, principles: catalogPrinciples,
            vocabulary: catalogVocabulary)
        }
      }
      """,
    ]
    try (sections.joined(separator: "\n\n") + "\n")
      .write(to: URL(filePath: arguments[3]), atomically: true, encoding: .utf8)
  }

  private static func embedFolder(_ folder: String, in output: String) throws {
    let files = try files(in: URL(filePath: folder), fileExtension: nil)
    let text =
      "import LintSerialization\n\n/// The repository in which flaws are planted.\n" + list("companionFiles", files)
    try (text + "\n").write(to: URL(filePath: output), atomically: true, encoding: .utf8)
  }

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }

  /// The names of the structs declared as `struct Name: FileRule`, `: ProjectRule` or `: VocabularyRule`.
  static func ruleTypes(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split { " :,{".contains($0) }
      guard let keyword = words.firstIndex(of: "struct"), keyword + 1 < words.count, !line.hasPrefix("//") else {
        return nil
      }
      let inherited = words[(keyword + 2)...]
      let isRule = ["FileRule", "ProjectRule", "VocabularyRule"].contains { inherited.contains($0) }
      return isRule ? String(words[keyword + 1]) : nil
    }
  }

  private static func list(_ name: String, _ files: [(String, String)]) -> String {
    "package let \(name): [EmbeddedFile] = [\n\(files.map { file($0) + "," }.joined(separator: "\n"))\n]"
  }

  private static func file(_ file: (path: String, text: String)) -> String {
    // As many signs as the longest run in the text, and one more, close nothing inside it.
    let signs = String(repeating: "#", count: longestRun(of: "#", in: file.text) + 1)
    let text = file.text.hasSuffix("\n") ? file.text : file.text + "\n"
    return "EmbeddedFile(path: \"\(file.path)\", text: \(signs)\"\"\"\n\(text)\n\"\"\"\(signs))"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var current = 0
    for next in text {
      current = next == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  private static func files(in folder: URL, fileExtension: String?) throws -> [(path: String, text: String)] {
    let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    let wanted = paths.filter { path in
      fileExtension.map { path.hasSuffix(".\($0)") } ?? !isFolder(folder.appending(path: path))
    }
    return try wanted.sorted().map { path in
      let url = folder.appending(path: path)
      guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else {
        throw Failure("\(url.path()) is not UTF-8; save it as UTF-8")
      }
      return (path, text)
    }
  }
}

private struct Failure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
