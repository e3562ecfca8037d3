import LintModel
import LintRuleKit
import LintSourceText

/// An example imports a name, or uses an attribute of a module, that the project does not define.
struct BrokenExampleImport: ProjectRule {
  let options: NoOptions

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for file in project.examples {
      checkSwift(file, project, &collector)
      var said: Set<String> = []
      for fact in file.facts {
        for use in fact.uses where fact.language == .python && project.modules.isOwn(use.path, for: file.file) {
          guard case .missing(let part, let near) = project.modules.find(use.path, exists: project.exists) else {
            continue
          }
          let parts = use.path.split(separator: ".").map(String.init)
          // An attribute that is not called may be set from elsewhere.
          if use.isImplicit, use.passed == nil { continue }
          let place = use.ranges.count - (use.member == nil ? parts.count - part : 0)
          guard use.member == nil, use.ranges.indices.contains(place),
            said.insert(parts[...part].joined(separator: ".")).inserted
          else { continue }
          let module = parts[..<part].joined(separator: ".")
          var nearest = Self.nearest(to: parts[part], among: near)
          var home = project.modules.home(of: parts[part])
          if part + 1 < parts.count {
            // A module of a similar name helps only if it has what the example takes from it.
            let path = (parts[..<part] + [nearest ?? ""] + parts[(part + 1)...]).joined(separator: ".")
            if case .missing = project.modules.find(path, exists: project.exists) { nearest = nil }
            home = nearest == nil ? project.modules.home(of: parts[parts.count - 1]) : nil
            if let home, home.hasPrefix(module + "."), let last = parts.last {
              collector.add(
                .moved(parts[part], in: module, name: last, home: home),
                at: Location(path: file.file.path, range: use.ranges[place]), symbol: fact.symbol)
              continue
            }
            home = nil
          }
          collector.add(
            .missing(parts[part], in: module, nearest: nearest, home: home),
            at: Location(path: file.file.path, range: use.ranges[place]), symbol: fact.symbol)
        }
      }
    }
  }

  /// A name that continues the missing one is rather meant than one that shares many of its letters, but a slip of one
  /// letter comes first.
  private static func nearest(to name: String, among known: [String]) -> String? {
    let nearest = Suggestion.nearest(to: name, among: known)
    if let nearest, Suggestion.distance(Array(name.utf8), Array(nearest.utf8)) < 2 { return nearest }
    return Suggestion.extended(name, among: known) ?? nearest
  }

  private func checkSwift(_ file: FileFacts<ExampleFact>, _ project: ProjectIndex, _ collector: inout FindingCollector)
  {
    var said: Set<String> = []
    for use in ShownSwift.uses(in: file, project) {
      guard let name = use.use.isImport ? use.use.path : use.use.path.split(separator: ".").first.map(String.init),
        let place = use.use.ranges.first
      else { continue }
      let meant: String?
      if use.use.isImport {
        meant = project.swift.module(meantBy: name)
      } else if use.use.member == nil, case .missing(let near) = project.swift.find(use.use, isNear: use.isNear) {
        meant = near
      } else {
        continue
      }
      guard let meant, said.insert(name).inserted else { continue }
      collector.add(.unknown(name, meant: meant), at: Location(path: file.file.path, range: place), symbol: use.symbol)
    }
  }
}

extension Message {
  fileprivate static func unknown(_ name: String, meant: String) -> Message {
    "nothing in this project is named '\(name)'; did you mean '\(meant)'?"
  }

  fileprivate static func moved(_ part: String, in module: String, name: String, home: String) -> Message {
    "module '\(module)' does not define '\(part)'; import '\(name)' from '\(home)'"
  }

  fileprivate static func missing(
    _ name: String, in module: String, nearest: String?, home: String?
  ) -> Message {
    let advice =
      home.map { "import it from '\($0)'" } ?? nearest.map { "did you mean '\($0)'?" } ?? "update the example"
    return "module '\(module)' does not define '\(name)'; \(advice)"
  }
}
