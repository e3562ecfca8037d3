import Foundation
import LintProject
import LintSourceText
import Testing

/// File discovery and git must agree on random trees with random ignore files.
@Suite struct GitignoreTests {
  private static let names = ["a", "b", "ab", "lib", "x.py", "y.py", "ab.py", "Makefile.py"]
  private static let patterns = [
    "a", "b/", "/a", "/lib/", "*.py", "!x.py", "!*.py", "a/b", "a/*", "a/**", "**/b", "**/x.py", "a/**/y.py", "?",
    "[ab]", "[!a]", "!a/", "lib/*", "!lib/x.py", "# a comment", "", "\\!a", "x.py ", "ab.*", "/*", "!/a", "*/", "!lib",
    "**", "a/**/", "[a-b]b.py", "\\x.py", "/**/ab",
  ]

  @Test(arguments: 0..<120)
  func agreesWithGitCheckIgnore(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let tree = try ScratchFolder()
    try tree.run(["git", "init", "-q", "."])
    try fill("", depth: 0, tree, &random)
    if Bool.random(using: &random) {
      try tree.write(".git/info/exclude", ignoreFile(&random))
    }
    let expected = try tree.run([
      "git", "-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--others", "--exclude-standard",
    ]).split(separator: "\0").map(String.init).filter { $0.hasSuffix(".py") }.sorted()
    let finder = ProjectFinder(workingDirectory: tree.path, fileExtensions: ["py"])
    let found = try finder.projects(of: ["."]).flatMap(\.files).map(\.path)
    #expect(found.sorted() == expected)
  }

  private func fill(_ folder: String, depth: Int, _ tree: ScratchFolder, _ random: inout SplitMix) throws {
    if depth == 0 || Int.random(in: 0..<3, using: &random) == 0 {
      try tree.write(Paths.join(folder, ".gitignore"), ignoreFile(&random))
    }
    for name in Self.names where Int.random(in: 0..<3, using: &random) > 0 {
      let path = Paths.join(folder, name)
      if name.hasSuffix(".py") {
        try tree.write(path, "")
      } else if depth < 3 {
        try fill(path, depth: depth + 1, tree, &random)
      }
    }
  }

  private func ignoreFile(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 0...5, using: &random))
      .compactMap { _ in Self.patterns.randomElement(using: &random) }
      .map { $0 + (Int.random(in: 0..<8, using: &random) == 0 ? "\r\n" : "\n") }.joined()
  }
}
