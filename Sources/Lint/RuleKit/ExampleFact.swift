import LintModel
import LintSourceText

/// What one example uses, to be compared with the code.
package struct ExampleFact: Codable, Sendable {
  package var uses: [ExampleUse]
  /// The qualified name of what the example belongs to.
  package var symbol: String
  package var language: Language

  /// The examples of a file, without those that show how things were, or that readers are to fill in.
  static func facts(in file: SourceFile) -> [ExampleFact] {
    guard !file.model.examples.isEmpty, file.role != .vendored, file.role != .generated,
      !isAboutThePast(file.reference.projectPath)
    else { return [] }
    let timeless = TimelessExamples(file)
    if timeless.isOfThePast { return [] }
    // What a document defines anywhere is its own.
    var own: Set<String> = []
    if file.language == .markdown { for example in file.model.examples { own.formUnion(example.definitions) } }
    return file.model.examples.compactMap { example in
      guard !example.uses.isEmpty, timeless.contain(example) else { return nil }
      let uses = example.uses.filter { use in
        guard let last = use.path.split(separator: ".").last else { return false }
        return !own.contains(String(last)) && !isPlaceholder(use.path) && !timeless.isImagined(use.path)
      }
      return uses.isEmpty
        ? nil
        : ExampleFact(
          uses: uses, symbol: file.reference.module, language: example.language == "swift" ? .swift : .python)
    }
  }

  /// Changelogs, guides to migration and documents of other versions.
  package static func isAboutThePast(_ path: String) -> Bool {
    let text = path.lowercased()
    let words = [
      "changelog", "changes", "history", "release", "whats_new", "whatsnew", "news", "migrat", "upgrad", "deprecat",
      "roadmap", "proposal", "rfc", "archive", "legacy",
    ]
    return words.contains { text.contains($0) }
      || text.split(separator: "/").contains { part in
        part.hasPrefix("v") && part.dropFirst().first?.isNumber == true
      }
  }

  private static func isY(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "y") }

  /// Names that stand for the reader's own.
  private static func isPlaceholder(_ path: String) -> Bool {
    path.split(separator: ".").contains { part in
      // Most names are told apart by a look at their letters.
      guard let first = part.utf8.first, "nfbxaespcyYNFBXAESPC".utf8.contains(first) || part.utf8.contains(where: isY)
      else { return false }
      let name = part.lowercased()
      return name.hasPrefix("your") || name.hasPrefix("my") || name.hasPrefix("new_") || name.hasPrefix("custom")
        || ["foo", "bar", "baz", "xxx", "xyz", "abc", "example", "some_module", "path"].contains(name)
        || name.contains("yournew") || name.contains("my_")
    }
  }
}
