import LintCatalog
import LintEngine
import LintSerialization
import Rules
import Testing

@Suite struct MarkdownTests {
  @Test func aPageShowsAllThatItsReaderNeeds() throws {
    let catalogue = try Catalogue.embedded()
    let page = try #require(try catalogue.page(of: "missing-error-message"))
    let text = page.markdown(try catalogue.principles())
    #expect(text.hasPrefix("# missing-error-message\n\nAn error has no message.\n"))
    // The marked place is underlined, on the line below it.
    #expect(text.contains("        raise ValueError()\n        ^^^^^^^^^^^^^^^^^^\n"))
    #expect(text.contains("> this ValueError ('units < 1') has no message; state what was expected"))
    #expect(text.contains("| `errors` | `[Exception, RuntimeError, "))
    #expect(text.contains("- P22: Error messages are part of the API;"))
    #expect(!text.contains("«"))
    #expect(!text.contains("\n\n\n"))
  }

  @Test func theIndexLinksEveryRule() throws {
    let catalogue = try Catalogue.embedded()
    let index = RulePage.index(catalogue.headers)
    for rule in catalogue.rules { #expect(index.contains("| [\(rule)](\(rule).md) | ")) }
  }

  @Test func startingDoesNotReadExamples() throws {
    let broken = cataloguePages.map { EmbeddedFile(path: $0.path, text: $0.text + "\nexamples: [\n") }
    let count = try Catalogue.embedded().rules.count - EngineRules.types.count
    #expect(try Catalogue(types: ruleTypes, pages: broken).rules.count == count)
  }
}
