import Lint

/// What an experiment or program is installed with may be any version, and next year will be another.
///
/// A library has to leave its callers the choice; this is about code that is run, in whose results the versions show.
struct UnpinnedRequirement: ProjectRule {
  struct Options: RuleOptions {
    /// Requirements of one list from which on it is more than an example.
    var minimumCount: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [Requirement] {
    guard isList(file.reference.path), file.role != .test, file.role != .vendored, file.role != .generated else {
      return []
    }
    return Requirement.all(in: file)
  }

  /// `requirements.txt`, `environment.yml`; not those of the tests, the documentation or the developers.
  private func isList(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    let isNamed =
      name.hasPrefix("requirements") && name.hasSuffix(".txt")
      || name.hasPrefix("environment") && (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
    return isNamed && !Self.asides.contains { path.lowercased().contains($0) }
  }

  private static let asides = ["dev", "test", "doc", "lint", "style", "typing", "build", "min", "latest"]

  func check(_ facts: [FileFacts<Requirement>], _ project: ProjectIndex, _ report: inout Report) {
    if let repository = project.repository, repository.paths.contains(where: Self.isLock) { return }
    let lists = facts.filter { file in
      // Lower bounds throughout are a policy: whoever writes them tries the newest versions.
      file.facts.count >= options.minimumCount && file.facts.contains { !$0.isPinned }
        && (file.facts.contains(where: \.isPinned) || 2 * file.facts.count(where: \.isBare) >= file.facts.count)
    }
    guard let list = lists.max(by: { $0.facts.count < $1.facts.count }) else { return }
    let open = list.facts.filter { !$0.isPinned }
    report.add(
      .unpinned(open.map(\.name), of: list.facts.count, pinned: list.facts.contains(where: \.isPinned)),
      at: Location(path: list.file.path, range: open[0].range), symbol: "",
      related: lists.filter { $0.file != list.file }.prefix(5).map { other in
        let open = other.facts.filter { !$0.isPinned }
        return Evidence(
          "\(open.count) of \(other.facts.count) here", at: Location(path: other.file.path, range: open[0].range))
      })
  }

  private static func isLock(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    return name.hasSuffix(".lock") || name.hasSuffix("-lock.yml") || name.hasSuffix("-lock.yaml")
      || name.hasPrefix("constraints") || name.hasPrefix("pylock") || name == "requirements.in"
      || name.hasPrefix("requirements") && (name.contains("lock") || name.contains("freeze"))
  }
}

extension Message {
  fileprivate static func unpinned(_ names: [String], of total: Int, pinned: Bool) -> Message {
    let list = names.prefix(4).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 4 ? ", ..." : "")
    let custom = pinned ? ", as the others are" : ""
    return
      "\(names.count) of \(total) requirements may be any later version: \(list); pin them\(custom), or commit a lock file"
  }
}
