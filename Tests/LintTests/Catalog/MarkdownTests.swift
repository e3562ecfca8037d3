import LintCatalog
import LintEngine
import LintSerialization
import Rules
import Testing

@Suite struct MarkdownTests {
  @Test func pageContainsAllSections() throws {
    let catalog = try Catalog.embedded()
    let page = try #require(try catalog.page(of: "missing-error-message"))
    let text = page.markdown(try catalog.principles())
    #expect(text.hasPrefix("# missing-error-message\n\nAn error has no message.\n"))
    // The marked range is underlined on the line below it.
    #expect(text.contains("        raise ValueError()\n        ^^^^^^^^^^^^^^^^^^\n"))
    #expect(text.contains("> this ValueError ('units < 1') has no message; state what was expected"))
    #expect(text.contains("| `errors` | `[Exception, RuntimeError, "))
    #expect(text.contains("- P22: Error messages are part of the API;"))
    #expect(!text.contains("«"))
    #expect(!text.contains("\n\n\n"))
  }

  @Test func indexLinksEveryRule() throws {
    let catalog = try Catalog.embedded()
    let index = RulePage.index(catalog.headers)
    for rule in catalog.rules { #expect(index.contains("| [\(rule)](\(rule).md) | ")) }
  }

  @Test func loadingHeadersDoesNotParseExamples() throws {
    let broken = catalogPages.map { EmbeddedFile(path: $0.path, text: $0.text + "\nexamples: [\n") }
    let count = try Catalog.embedded().rules.count - EngineRules.types.count
    #expect(try Catalog(types: ruleTypes, pages: broken).rules.count == count)
  }
}
