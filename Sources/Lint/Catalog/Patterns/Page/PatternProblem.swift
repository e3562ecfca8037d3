import LintModel
import LintSerialization
import LintSourceText

/// Checks for invalid combinations of a pattern's keys.
enum PatternProblem {
  static func check(_ page: PagePattern, _ verb: PatternVerb, _ node: YAMLNode) throws(YAMLError) {
    let subjects = ["call", "import", "name", "text", "declaration"].filter { node[$0] != nil }
    guard subjects.count == 1, let subject = subjects.first else {
      throw YAMLError(
        at: node.mark, "a pattern has one subject",
        expected: "one of call, import, name, text, declaration",
        found: subjects.isEmpty ? "none" : subjects.joined(separator: " and "))
    }
    func only(_ keys: [String], with allowed: [String]) throws(YAMLError) {
      guard !allowed.contains(subject) else { return }
      for key in keys {
        guard let pair = node.pairs?.first(where: { $0.key == key }) else { continue }
        throw YAMLError(at: pair.keyMark, "'\(key)' requires \(allowed.map { "'\($0)'" }.joined(separator: " or "))")
      }
    }
    try only(["with", "without", "at", "fix", "loop"], with: ["call"])
    try only(["of"], with: ["name", "text"])
    try only(["except"], with: ["call", "name", "text"])
    try only(["private"], with: ["name", "declaration"])
    try check(counts: node, verb)
    if let fix = page.fix {
      let chosen = [fix.add != nil, fix.replace != nil, fix.rename != nil].filter { $0 }.count
      guard chosen == 1 else {
        throw YAMLError(
          at: node["fix"]?.mark ?? node.mark, "a fix makes one change", expected: "one of add, replace, rename",
          found: chosen == 0 ? "none" : "\(chosen) of them")
      }
    }
  }

  private static func check(counts node: YAMLNode, _ verb: PatternVerb) throws(YAMLError) {
    let keys = ["per", "at_least", "at_most"]
    if verb == .forbid, let pair = node.pairs?.first(where: { keys.contains($0.key) }) {
      throw YAMLError(at: pair.keyMark, "'\(pair.key)' requires 'require' or 'limit'; 'forbid' reports every match")
    }
    if verb == .require, let pair = node.pairs?.first(where: { $0.key == "at_most" }) {
      throw YAMLError(at: pair.keyMark, "'at_most' requires 'limit'; 'require' needs at least one match")
    }
    if verb == .limit, node["at_least"] == nil, node["at_most"] == nil {
      throw YAMLError(at: node.mark, "a limit needs a number", expected: "'at_least' or 'at_most', or both")
    }
  }
}

extension PatternTarget {
  init(_ page: PagePattern, _ node: YAMLNode) throws(YAMLError) {
    if let names = page.call {
      let test = try ArgumentTest(with: page.with, without: page.without)
      self = .calls(try CalleePatterns(names, except: page.except), test, at: page.at)
    } else if let names = page.import {
      self = .imports(names.entries.map(ImportPattern.init))
    } else if let names = page.name {
      var kinds: Set<Declaration.Kind> = []
      var parameters = page.of == nil
      for kind in page.of?.values ?? [] {
        if kind.value == "parameter" {
          parameters = true
        } else if let known = Declaration.Kind(rawValue: kind.value) {
          kinds.insert(known)
        } else {
          throw Self.unknown(kind, among: ["parameter"] + Declaration.Kind.allNames)
        }
      }
      if page.of == nil { kinds = [.function, .method, .type, .property, .option] }
      self = .names(
        names.entries.map { NamePattern($0.text, use: $0.use) },
        except: page.except?.entries.map { NamePattern($0.text) } ?? [], kinds: kinds, parameters: parameters)
    } else if let expressions = page.text {
      var compiled: [TextPattern] = []
      for expression in expressions.values { compiled.append(try expression.expression()) }
      var exceptions: [TextPattern] = []
      for entry in page.except?.entries ?? [] {
        exceptions.append(try Located(entry.text, at: entry.mark).expression())
      }
      guard let of = page.of else {
        throw YAMLError(at: node.mark, "the key 'of' is missing; list the texts to search")
      }
      var places: Set<PatternTextPlace> = []
      for place in of.values {
        guard let known = PatternTextPlace(rawValue: place.value) else {
          throw Self.unknown(place, among: PatternTextPlace.allCases.map(\.rawValue))
        }
        places.insert(known)
      }
      self = .texts(compiled, except: exceptions, places: places)
    } else {
      self = .declarations(Set(page.declaration?.values.map(\.value) ?? []))
    }
  }

  private static func unknown(_ value: Located<String>, among known: [String]) -> YAMLError {
    YAMLError(
      at: value.mark, "unknown value", expected: "one of \(known.joined(separator: ", "))", found: "'\(value.value)'",
      advice: Suggestion.nearest(to: value.value, among: known).map { "did you mean '\($0)'?" })
  }
}

extension Declaration.Kind {
  fileprivate static var allNames: [String] { allCases.map(\.rawValue) }
}
