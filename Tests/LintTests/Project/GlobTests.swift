import LintProject
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.py", "a.py", true), ("*.py", "b/a.py", false), ("**/*.py", "a.py", true), ("**/*.py", "x/y/a.py", true),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "ab", false), ("a/**", "a/x/y", true),
    ("a/**", "a", false), ("**", "a/b", true), ("a?c", "aéc", true), ("a?c", "a/c", false), ("a?c", "ac", false),
    ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[^a-c]x", "dx", true), ("[]]x", "]x", true),
    ("[ä-ü]", "ö", true), ("a[/]b", "a/b", false), ("{a,b}/*.{py,pyi}", "b/x.pyi", true),
    ("{a,b{c,d}}", "bd", true), ("{a,b}", "c", false), ("a\\*b", "a*b", true), ("a\\*b", "axb", false),
    ("**/x*/y/**/z", "a/x1/n/x2/y/q/z", true), ("*a*b*c", "xxaxxbxxc", true), ("*a*b*c", "xxaxxbxx", false),
    ("a**b", "axxb", true), ("a**b", "ax/b", false), ("", "", true), ("*", "", true), ("", "a", false),
    ("**/a/**/b/**/c", "a/a/b/b/x/c", true), ("a/*/c", "a/b/c", true), ("a/*/c", "a/b/d/c", false),
  ])
  func matches(_ pattern: String, _ path: String, _ isMatch: Bool) throws {
    #expect(try Glob(pattern).matches(path) == isMatch)
  }

  @Test func bracesAreLiteralInGitignore() throws {
    #expect(try Glob("{a,b}", hasBraces: false).matches("{a,b}"))
  }

  @Test(arguments: [
    ("a[b", "expected ']' to close '[', found the end"), ("{a,b", "expected '}' to close '{', found the end"),
    ("a\\", "expected a character after '\\', found the end"),
    ("[z-a]", "the range in '[...]' is reversed; put its lower bound first"),
    ("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "the braces expand to more than 256 patterns"),
  ])
  func invalidPatternsAreErrors(_ pattern: String, _ message: String) {
    let error = #expect(throws: GlobError.self) { try Glob(pattern) }
    #expect(error?.description == message)
  }

  @Test func manyStarsMatchQuickly() throws {
    let pattern = try Glob(String(repeating: "*a", count: 30) + "b")
    let path = String(repeating: "a", count: 5000)
    let duration = ContinuousClock().measure { #expect(!pattern.matches(path)) }
    #expect(duration < .seconds(1))
  }

  @Test(arguments: [
    ("build", "x/build/y.py", true), ("build/", "build", false), ("build/", "build/y.py", true),
    ("/build", "x/build", false), ("docs/*.md", "docs/a.md", true), ("docs/*.md", "x/docs/a.md", false),
    ("./docs", "docs/a.md", true), ("*.ipynb", "a/b.ipynb", true), ("a/b", "a/b/c/d", true),
  ])
  func patternsMatchLikeGit(_ pattern: String, _ path: String, _ isCovered: Bool) throws {
    #expect(try PathPattern(pattern).covers(path) == isCovered)
  }

  @Test func lastPatternWins() throws {
    let patterns = try [PathPattern("*.py"), PathPattern("!keep.py"), PathPattern("old/keep.py")]
    #expect(patterns.cover("a.py"))
    #expect(!patterns.cover("new/keep.py"))
    #expect(patterns.cover("old/keep.py"))
  }

  @Test func gitignoreLines() {
    #expect(PathPattern.gitignore(line: "# comment") == nil)
    #expect(PathPattern.gitignore(line: "   ") == nil)
    #expect(PathPattern.gitignore(line: "a[b") == nil)
    #expect(PathPattern.gitignore(line: "\\#x  \r")?.matches("#x", isFolder: false) == true)
    #expect(PathPattern.gitignore(line: "x\\ ")?.matches("x ", isFolder: false) == true)
    #expect(PathPattern.gitignore(line: "!x")?.isNegated == true)
  }
}
