import Lint
import Rules

/// Every rule with its page: those of the catalogue, and the engine's own.
struct Catalogue {
  let pages: [String: PageHeader]
  let types: [String: RuleType]

  /// Ids in alphabetical order.
  var ids: [String] { pages.keys.sorted() }
  var families: Set<String> { Set(pages.values.map(\.family)) }

  init() throws {
    do throws(YAMLError) {
      var pages: [String: PageHeader] = [:]
      for file in cataloguePages {
        let page = try PageHeader(file)
        pages[page.rule] = page
      }
      self.pages = pages
    } catch {
      throw Failure("the built-in catalogue is broken: \(error)")
    }
    types = Dictionary((ruleTypes + EngineRules.types).map { ($0.id, $0) }) { first, _ in first }
  }

  /// The rule with its page's options.
  func rule(_ id: String) throws -> AnyRule? {
    guard let page = pages[id], let type = types[id] else { return nil }
    do {
      return try type.rule(page)
    } catch {
      throw Failure("the options of '\(id)' cannot be read: \(error)")
    }
  }

  /// The rules that a name stands for: one rule, a family, or `all`.
  func rules(named name: String) throws -> [String] {
    if pages[name] != nil { return [name] }
    if name == "all" { return ids }
    let family = ids.filter { pages[$0]?.family == name }
    guard family.isEmpty else { return family }
    let known = ids + families.sorted() + ["all"]
    let hint = Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
    throw Failure("no rule or family is called '\(name)'; \(hint ?? "'mllint rule' lists them all")")
  }

  /// The source of a rule's page.
  func file(of id: String) -> EmbeddedFile? { cataloguePages.first { Paths.name(of: $0.path) == "\(id).yml" } }
}
