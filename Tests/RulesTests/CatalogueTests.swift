import Lint
import Rules
import Testing

/// The catalogue's examples are its tests: each runs through the whole engine, as written and in other forms.
@Suite struct CatalogueTests {
  @Test(
    .enabled(if: !ExampleCase.all.isEmpty, "no front end reads the examples"), arguments: ExampleCase.all,
    Variant.allCases)
  func examplesSayWhatTheyClaim(_ item: ExampleCase, _ variant: Variant) throws {
    guard let files = variant.apply(item.example.files, rule: item.page.rule) else { return }
    let catalogue = try Catalogue.embedded()
    let marked = try files.map { (path: $0.0, text: try MarkedText($0.1)) }
    let workspace = try Workspace(
      marked.map { ($0.path, $0.path.hasSuffix(".ipynb") ? try notebook($0.text.text) : $0.text.text) })
    let settings = try item.example.configuration.map { try Settings.decode(Array($0.utf8), path: "mllint.yml") }
    let options = settings?.rules?.entries.first { $0.key == item.page.rule }?.value
    let words = Dictionary((settings?.vocabulary?.entries ?? []).map { ($0.key, $0.value) }) { first, _ in first }
    let rule = try #require(
      try catalogue.rule(
        item.page.rule, options: options?.options, severity: options?.severity,
        vocabulary: catalogue.vocabulary.adding(words)))
    // A notebook is an example by its ending; here it stands for the module that it was made from.
    let roles = variant == .inNotebook ? Dictionary(marked.map { ($0.path, Role.library) }) { first, _ in first } : [:]
    let result = try workspace.lint(rule, catalogue, roles: roles)

    let places = marked.flatMap { file in file.text.ranges.map { Location(path: file.path, range: $0) } }
    let findings = result.findings.filter { !(item.example.also ?? []).contains($0.rule) }
    if variant.isSilent {
      #expect(findings.map { "\($0.rule): \($0.message)" } == [])
      #expect(variant != .suppressed || result.suppressed == places.count)
    } else {
      #expect(findings.map(\.message) == item.example.says ?? [])
      #expect(findings.map(\.rule).allSatisfy { $0 == item.page.rule })
      #expect(Set(findings.map(\.location)) == Set(places))
    }
  }

  @Test func everyRuleHasAPageAndEveryPageARule() throws {
    let pages = try ExampleCase.pages().map(\.rule)
    #expect(Set(pages).subtracting((ruleTypes + EngineRules.types).map(\.id)) == [], "pages without a rule")
    #expect(Set(ruleTypes.map(\.id)).subtracting(pages) == [], "rules without a page")
    #expect(Set(pages).count == pages.count, "two pages of one rule")
  }

  @Test func pagesLieWhereTheirFamilyAndNameSay() throws {
    for (file, page) in zip(cataloguePages, try ExampleCase.pages()) {
      #expect(file.path == "Rules/\(page.family)/\(page.rule).yml")
    }
  }

  @Test func headersAgreeWithPages() throws {
    for (file, page) in zip(cataloguePages, try ExampleCase.pages()) {
      let header = try PageHeader(file)
      #expect(header.rule == page.rule)
      #expect(header.defaults.pairs?.map(\.key) == page.options.keys)
    }
  }

  @Test func optionsDecodeFromThePagesDefaults() throws {
    let catalogue = try Catalogue.embedded()
    for id in catalogue.rules { #expect(try catalogue.rule(id) != nil) }
  }

  @Test(arguments: try ExampleCase.pages())
  func pagesKeepTheHouseRules(_ page: RulePage) throws {
    #expect(PageProblem.all(in: page).map(\.description) == [])
  }

  @Test func principlesAndRulesPointAtEachOther() throws {
    let principles = try Catalogue.embedded().principles()
    let pages = try ExampleCase.pages()
    #expect(principles.map(\.id) == (1...43).map { $0 < 10 ? "P0\($0)" : "P\($0)" })
    for page in pages {
      for id in page.principles {
        let principle = try #require(principles.first { $0.id == id }, "\(page.rule) names the unknown principle \(id)")
        #expect(principle.kind != .not, "\(page.rule) claims \(id), which no rule can encode")
        #expect(principle.allRules.contains(page.rule), "\(id) does not list \(page.rule)")
      }
    }
    for principle in principles {
      for page in pages where principle.allRules.contains(page.rule) {
        #expect(
          page.principles.contains(principle.id), "\(principle.id) lists \(page.rule), whose page does not name it")
      }
      let isExplained = principle.allRules.isEmpty == (principle.whyNone != nil)
      #expect(isExplained, "\(principle.id) needs rules, or else the reason why there are none")
      for rule in principle.rules ?? [] { #expect(pages.contains { $0.rule == rule }, "\(rule) is only planned") }
    }
  }
}

extension RulePage: CustomTestStringConvertible {
  public var testDescription: String { rule }
}
