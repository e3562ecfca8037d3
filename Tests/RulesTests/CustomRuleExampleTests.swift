import LintCatalog
import LintRuleTesting
import LintSerialization
import Rules
import Testing

/// Custom rules, run on their examples.
@Suite struct CustomRuleExampleTests {
  private func failures(_ text: String) throws -> [String] {
    let file = EmbeddedFile(path: "p.yml", text: text)
    let catalog = try Catalog.embedded().adding([file])
    return try RulePageTest(file, catalog, frontends).run().failures.map(\.text)
  }

  private static func page(_ name: String, of languages: String) -> String {
    "rule: \(name)\nsummary: A.\nlanguages: [\(languages)]\nwhy: b\nfix: c\n"
  }

  private static let prose =
    page("old-name", of: "markdown, python") + """
      forbid:
        text: KMNIST-old
        of: markdown
        message: "'{text}' is the old name"
      examples:
        - title: in prose, of a document and of a notebook
          bad:
            README.md: "# «KMNIST-old»\\n"
            train.ipynb: "x = 'KMNIST-old'\\n# %% [markdown]\\n# é of «KMNIST-old»\\n# %%\\ny = x\\n"
          says: ["'KMNIST-old' is the old name", "'KMNIST-old' is the old name"]
        - title: in code
          good: {train.ipynb: "x = 1  # KMNIST-old\\n", a.md: "KMNIST\\n"}

      """

  @Test func notebookProseIsMarkdown() throws { #expect(try failures(Self.prose) == []) }

  private static let fixed =
    page("bare-load", of: "python") + """
      forbid:
        call: torch.load
        without: weights_only
        message: "'{callee}' is not ours"
        fix: {add: weights_only=True}
      examples:
        - title: t
          bad: {a.py: "import torch\\n\\nx = «torch.load»(1)\\n"}
          says: ["'torch.load' is not ours"]
          fixed: {a.py: "import torch\\n\\nx = torch.load(1, weights_only=True)\\n"}
        - title: u
          good: {a.py: "x = 1\\n"}

      """

  @Test func fixesRequireAFixedExample() throws {
    #expect(try failures(Self.fixed) == [])
    #expect(
      try failures(Self.fixed.replacing("(1, weights_only=True)", with: "(2, weights_only=True)")) == [
        "'t': expected the fixes to change a.py to the text under 'fixed', "
          + "found 'x = torch.load(1, weights_only=True)' for 'x = torch.load(2, weights_only=True)'"
      ])
    let unshown = Self.fixed.split(separator: "\n").filter { !$0.contains("fixed:") }.joined(separator: "\n")
    #expect(
      try failures(unshown) == [
        "no example shows the fix; write the fixed file under 'fixed:', next to 'bad:'"
      ])
  }

  private static let grouped =
    page("bare-load", of: "python") + """
      forbid:
        call: torch.load
        with: {f/0: {matches: .}}
        without: weights_only
        at: callee
        once: function
        message: "{value}"
        fix: {add: weights_only=True}
      examples:
        - title: two calls in one function, and one in another
          bad:
            a.py: |
              import torch

              def one():
                  return «torch.load»('a.pt'), torch.load('b.pt')

              def two():
                  return «torch.load»('c.pt')
          says: ["'a.pt'", "'c.pt'"]
          fixed:
            a.py: |
              import torch

              def one():
                  return torch.load('a.pt', weights_only=True), torch.load('b.pt', weights_only=True)

              def two():
                  return torch.load('c.pt', weights_only=True)
        - title: nothing to load
          good: {a.py: "x = 1\\n"}

      """

  @Test func matchesInOneFunctionAreOneFinding() throws {
    #expect(try failures(Self.grouped) == [])
    #expect(try failures(Self.grouped.replacing("once: function", with: "once: file")) != [])
    #expect(try failures(Self.grouped.replacing("  at: callee\n", with: "")) != [])
  }

  private static let same =
    page("foreign-load", of: "python") + """
      forbid:
        call: torch.load
        with: {f/0: {matches: .}}
        unless: {call: torch.save, same: f/1}
        message: "{value}"
      examples:
        - title: another file
          bad:
            a.py: "import torch\\n\\ntorch.save(x, 'other.pt')\\nx = torch.load(«'a_file.pt'»)\\n"
            b.py: |
              import torch

              def save(x, path):
                  torch.save(x, path)

              def load(path):
                  return torch.load(«path»)
          says: ["'a_file.pt'", path]
        - title: the same file, by its name, a variable, a handle or a parameter
          good:
            a.py: "import torch\\n\\ntorch.save(x, 'out/a_file.pt')\\nx = torch.load('a_file.pt')\\n"
            b.py: |
              import os
              import torch

              last = os.path.join(folder, "x.pt")
              torch.save(x, last)
              x = torch.load(last)
              with open(os.path.join(root, name), "wb") as f:
                  torch.save(x, f)
              y = torch.load(os.path.join(root, name))

              def cached(path):
                  torch.save(x, path)
                  return torch.load(path)

      """

  @Test func sameMatchesTheSameFile() throws { #expect(try failures(Self.same) == []) }
}
