import LintCatalog
import LintEngine
import LintRuleTesting
import LintSerialization
import Rules
import Testing

/// The examples on rule pages are tests: each runs through the whole engine, as written and in other forms.
@Suite struct CatalogTests {
  @Test(
    .enabled(if: !ExampleCase.all.isEmpty, "no front end reads the examples"), arguments: ExampleCase.all,
    ExampleVariant.allCases)
  func examplesPass(_ item: ExampleCase, _ variant: ExampleVariant) throws {
    let run = try ExampleRun(item.example, of: item.page, variant, try Catalog.embedded(), frontends)
    #expect(run?.differences ?? [] == [])
  }

  @Test func rulesAndPagesCorrespond() throws {
    let pages = try ExampleCase.pages().map(\.rule)
    let patterns = Set(
      try catalogPages.filter { file in
        try ["forbid", "require", "limit"].contains { try YAMLNode.parse(file.text, path: file.path)[$0] != nil }
      }.map { try PageHeader($0).rule })
    #expect(
      patterns.isDisjoint(with: (ruleTypes + EngineRules.types).map(\.id)), "rules with a pattern and a Swift file")
    #expect(
      Set(pages).subtracting(patterns).subtracting((ruleTypes + EngineRules.types).map(\.id)) == [],
      "pages without a rule")
    #expect(Set(ruleTypes.map(\.id)).subtracting(pages) == [], "rules without a page")
    #expect(Set(pages).count == pages.count, "two pages of one rule")
  }

  /// Built-in pages state what custom rules may omit.
  @Test func builtInPagesAreComplete() throws {
    for (file, page) in zip(catalogPages, try ExampleCase.pages()) {
      let keys = try YAMLNode.parse(file.text, path: file.path).pairs?.map(\.key) ?? []
      for key in ["family", "principles", "severity", "stability", "since", "options"] {
        #expect(keys.contains(key), "\(page.rule) has no '\(key)'")
      }
      #expect(!page.principles.isEmpty, "\(page.rule) names no principle")
    }
  }

  @Test func pagePathsMatchFamilyAndName() throws {
    for (file, page) in zip(catalogPages, try ExampleCase.pages()) {
      #expect(file.path == "Rules/\(page.family)/\(page.rule).yml")
    }
  }

  @Test func headersAgreeWithPages() throws {
    for (file, page) in zip(catalogPages, try ExampleCase.pages()) {
      let header = try PageHeader(file)
      #expect(header.rule == page.rule)
      #expect(header.defaults.pairs?.map(\.key) == page.options.keys)
    }
  }

  @Test func optionsDecodeFromPageDefaults() throws {
    let catalog = try Catalog.embedded()
    for id in catalog.rules { #expect(try catalog.rule(id) != nil) }
  }

  @Test(arguments: try ExampleCase.pages())
  func pagesFollowConventions(_ page: RulePage) throws {
    #expect(PageProblem.all(in: page).map(\.description) == [])
  }

  /// Pages and principles must reference each other, and each principle needs rules or a reason.
  @Test func principlesAndRulesReferenceEachOther() throws {
    let principles = try Catalog.embedded().principles()
    let pages = try ExampleCase.pages()
    #expect(principles.map(\.id) == (1...43).map { $0 < 10 ? "P0\($0)" : "P\($0)" })
    for page in pages {
      #expect(!page.principles.isEmpty, "\(page.rule) names no principle")
      #expect(Set(page.principles).count == page.principles.count, "\(page.rule) names a principle twice")
      for id in page.principles {
        let principle = try #require(principles.first { $0.id == id }, "\(page.rule) names the unknown principle \(id)")
        #expect(principle.kind != .not, "\(page.rule) claims \(id), which no rule can encode")
        #expect(principle.rules?.contains(page.rule) == true, "\(id) does not list \(page.rule) among its rules")
      }
    }
    for principle in principles {
      let rules = principle.rules ?? []
      #expect(Set(rules).count == rules.count, "\(principle.id) lists a rule twice")
      for rule in rules {
        let page = pages.first { $0.rule == rule }
        #expect(page != nil, "\(principle.id) lists \(rule), which no page explains")
        #expect(page?.principles.contains(principle.id) == true, "\(principle.id) lists \(rule), whose page does not")
      }
      let isExplained = principle.allRules.isEmpty == (principle.whyNone != nil)
      #expect(isExplained, "\(principle.id) needs rules, or else the reason why there are none")
      for (idea, reason) in principle.declined ?? OrderedMapping() {
        #expect(!pages.contains { $0.rule == idea }, "\(principle.id) declines \(idea), which is there")
        #expect(reason.count > 20, "\(principle.id) declines \(idea) without a reason")
      }
    }
  }

  /// A rule that a principle lists as planned must not exist yet.
  @Test func plannedRulesDoNotExistYet() throws {
    let pages = try Set(ExampleCase.pages().map(\.rule))
    for principle in try Catalog.embedded().principles() {
      #expect(pages.isDisjoint(with: principle.planned ?? []), "\(principle.id) plans what is there")
    }
  }
}

extension RulePage: CustomTestStringConvertible {
  public var testDescription: String { rule }
}
