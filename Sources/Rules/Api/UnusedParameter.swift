import Lint

/// A parameter that its function never reads, and that nobody outside the function asks for.
///
/// A shape is often another's choice: a base class's, a sibling's, a registry's, a caller's that takes the function as
/// a value. Only the whole repository tells, and wherever it leaves a doubt, the parameter stays.
struct UnusedParameter: ProjectRule {
  struct Fact: Codable {
    struct Candidate: Codable {
      var symbol: String
      var function: String
      var owner: String?
      /// Direct bases that this project's classes may share.
      var bases: [String]
      /// All parameters as `takes` lists them; nil where they are too few to be a shape.
      var shape: String?
      var parameters: [Unread]
    }

    struct Unread: Codable {
      var name: String
      var range: SourceRange
    }

    var candidates: [Candidate]
    /// Which functions take which parameters: `function(parameter`, `Type::parameter`, `Base<parameter`; and which
    /// lists of parameters there are: `image,size`.
    var takes: [String]
    var calls: Calls
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    var calls = file.model.calls
    calls.sites = []
    let reader = UnreadParameters(file)
    return [Fact(candidates: reader.candidates, takes: reader.takes, calls: calls)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    guard facts.contains(where: { $0.facts.contains { !$0.candidates.isEmpty } }) else { return }
    var calls = Calls()
    var takes: [String: Int] = [:]
    for fact in facts.flatMap(\.facts) {
      calls.formUnion(fact.calls)
      for pair in fact.takes { takes[pair, default: 0] += 1 }
    }
    let contracts = ShapeContracts(project, calls: calls, takes: takes)
    for file in facts {
      for candidate in file.facts.flatMap(\.candidates) where contracts.isFree(candidate, in: file.file) {
        let unread = candidate.parameters.filter { !contracts.prescribe($0.name, of: candidate, in: file.file) }
        guard let first = unread.first else { continue }
        report.add(
          .unread(unread.map(\.name)), at: Location(path: file.file.path, range: first.range), symbol: candidate.symbol)
      }
    }
  }
}

/// Which shapes of functions somebody else prescribes.
private struct ShapeContracts {
  private let project: ProjectIndex
  private let kinship: Kinship
  private let calls: Calls
  private let takes: [String: Int]

  init(_ project: ProjectIndex, calls: Calls, takes: [String: Int]) {
    self.project = project
    kinship = Kinship(project)
    self.calls = calls
    self.takes = takes
  }

  func isFree(_ candidate: UnusedParameter.Fact.Candidate, in file: FileReference) -> Bool {
    let name = candidate.function
    let isInitializer = name == "__init__" || name == "init"
    // Passed on as a value, or looked up by its name, it is called by whoever prescribes its shape.
    if !isInitializer, calls.values.contains(name) || calls.texts.contains(name) { return false }
    // The same list elsewhere: two of a kind, called in one way.
    if let shape = candidate.shape, takes[shape, default: 0] > 1 { return false }
    guard let owner = candidate.owner else { return true }
    if !isInitializer, kinship.isCalledFromOutside(name, of: owner, in: file.module) { return false }
    return kinship.isFree(name, of: owner, in: file.module)
  }

  func prescribe(_ parameter: String, of candidate: UnusedParameter.Fact.Candidate, in file: FileReference) -> Bool {
    let name = candidate.function
    guard name == "__init__" || name == "init", let owner = candidate.owner else {
      return takes["\(name)(\(parameter)", default: 0] > 1
    }
    if candidate.bases.contains(where: { takes["\($0)<\(parameter)", default: 0] > 1 }) { return true }
    if takes["\(owner)::\(parameter)", default: 0] > 1 { return true }
    let kin = kinship.descendants(of: owner).union(project.ancestors(of: owner, module: file.module).map(\.name))
    return kin.contains { takes["\($0)::\(parameter)"] != nil }
  }
}

extension Message {
  fileprivate static func unread(_ names: [String]) -> Message {
    let list = names.prefix(4).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 4 ? ", ..." : "")
    return names.count == 1
      ? "\(list) is never read; remove it, or say in its documentation for whose sake callers pass it"
      : "\(list) are never read; remove them, or say in their documentation for whose sake callers pass them"
  }
}
