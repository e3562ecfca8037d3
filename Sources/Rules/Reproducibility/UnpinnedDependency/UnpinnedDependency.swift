import LintModel
import LintRuleKit
import LintSourceText

/// The dependencies of an experiment or program are not pinned.
///
/// A library has to leave the choice to its callers; this rule is about code that is run, whose results depend on the
/// versions.
struct UnpinnedDependency: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of requirements in a list before it is reported.
    var minimumCount: Int
    /// Packages that every environment has in some version, and on which no result depends.
    var except: [String]
  }

  struct Fact {
    /// The entries of a requirement list.
    var requirements: [Requirement] = []
    /// The packages that a notebook installs.
    var installs: [Requirement] = []
    /// The packages that a Swift manifest takes from a branch.
    var branches: [Branch] = []
  }

  struct Branch {
    var package: String
    var name: String
    var range: SourceRange
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .test, file.role != .vendored, file.role != .generated else { return [] }
    if file.language == .swift { return branches(in: file) }
    if !file.text.commands.isEmpty {
      // Documentation installs the latest version on purpose.
      let installs = file.role == .docs ? [] : self.installs(in: file)
      return installs.isEmpty ? [] : [Fact(installs: installs)]
    }
    guard RequirementList.isOne(file.reference.projectPath) else { return [] }
    let requirements = RequirementList.all(in: file).filter { !options.except.contains($0.name.lowercased()) }
    return requirements.isEmpty ? [] : [Fact(requirements: requirements)]
  }

  /// The packages that a notebook installs one by one; none if a requirement list chooses the versions.
  private func installs(in file: SourceFile) -> [Requirement] {
    var result: [Requirement] = []
    for command in file.text.commands {
      for install in PipInstall.all(in: command.bytes) {
        if install.readsList { return [] }
        result += install.packages.filter { !options.except.contains($0.name) }.map { package in
          let range = SourceRange(
            start: command.start + UInt32(package.range.lowerBound),
            end: command.start + UInt32(package.range.upperBound))
          return Requirement(name: package.name, range: range, isPinned: package.isPinned)
        }
      }
    }
    return result
  }

  /// `.package(url: "https://example.org/nets.git", branch: "main")`
  private func branches(in file: SourceFile) -> [Fact] {
    guard Paths.name(of: file.reference.projectPath) == "Package.swift" else { return [] }
    let branches = file.model.invocations.compactMap { call -> Branch? in
      guard file.name(of: call) == "package", let url = file.argument("url", of: call),
        let branch = file.argument("branch", of: call), branch.kind == .string
      else { return nil }
      let address = file.text[url.value].filter { $0 != "\"" }
      var package = address.split(separator: "/").last.map(String.init) ?? address
      if package.hasSuffix(".git") { package.removeLast(4) }
      return Branch(package: package, name: file.text[branch.value].filter { $0 != "\"" }, range: branch.value)
    }
    return branches.isEmpty ? [] : [Fact(branches: branches)]
  }

  private func checkManifests(
    _ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector
  ) {
    for file in facts {
      let folder = Paths.folder(of: file.file.projectPath)
      if project.exists(Paths.join(folder, "Package.resolved")) == true { continue }
      let branches = file.facts.flatMap(\.branches)
      guard let first = branches.first else { continue }
      collector.add(
        .following(branches), at: Location(path: file.file.path, range: first.range), symbol: "",
        related: branches.dropFirst().map {
          Evidence("'\($0.package)' here", at: Location(path: file.file.path, range: $0.range))
        }, count: branches.count > 1 ? branches.count : nil)
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    checkManifests(facts, project, &collector)
    checkNotebooks(facts.filter { $0.facts.contains { !$0.installs.isEmpty } }, &collector)
    if let repository = project.repository, repository.paths.contains(where: RequirementList.isLock) { return }
    let lists = facts.map { (file: $0.file, requirements: $0.facts.flatMap(\.requirements)) }.filter { list in
      let requirements = list.requirements
      // Lower bounds throughout are a policy, to try the latest versions.
      return requirements.count >= options.minimumCount && requirements.contains { !$0.isPinned }
        && (requirements.contains(where: \.isPinned) || 2 * requirements.count(where: \.isBare) >= requirements.count)
    }
    guard let list = lists.max(by: { $0.requirements.count < $1.requirements.count }) else { return }
    let open = list.requirements.filter { !$0.isPinned }
    collector.add(
      .unpinned(open.map(\.name), of: list.requirements.count, pinned: list.requirements.contains(where: \.isPinned)),
      at: Location(path: list.file.path, range: open[0].range), symbol: "",
      related: lists.filter { $0.file != list.file }.prefix(5).map { other in
        let open = other.requirements.filter { !$0.isPinned }
        return Evidence(
          "\(open.count) of \(other.requirements.count) unpinned here",
          at: Location(path: other.file.path, range: open[0].range)
        )
      })
  }

  private func checkNotebooks(_ notebooks: [FileFacts<Fact>], _ collector: inout FindingCollector) {
    let subjects = Subjects(notebooks)
    for notebook in notebooks {
      let open = notebook.facts.flatMap(\.installs).filter {
        !$0.isPinned && !subjects.contains($0.name, in: notebook.file.projectPath)
      }
      guard let first = open.first else { continue }
      collector.add(
        .unpinned(open.map(\.name)), at: Location(path: notebook.file.path, range: first.range),
        symbol: notebook.file.module)
    }
  }

  /// Packages that most notebooks, in a folder or overall, install: the notebooks demonstrate their latest versions.
  private struct Subjects {
    private var names: [Substring: Set<String>] = [:]

    init(_ notebooks: [FileFacts<Fact>]) {
      let folders = Dictionary(grouping: notebooks) { Self.folder($0.file.projectPath) }
      for (folder, notebooks) in folders { names[folder] = Self.common(notebooks) }
      names["/"] = Self.common(notebooks)
    }

    /// Whether a package is such a subject, or an add-on to one: `wandb-workspaces`.
    func contains(_ name: String, in path: String) -> Bool {
      [Substring("/"), Self.folder(path)].contains { folder in
        names[folder]?.contains { name == $0 || name.hasPrefix($0 + "-") } ?? false
      }
    }

    private static func folder(_ path: String) -> Substring { path.prefix { $0 != "/" } }

    private static func common(_ notebooks: [FileFacts<Fact>]) -> Set<String> {
      guard notebooks.count >= 4 else { return [] }
      var counts: [String: Int] = [:]
      for notebook in notebooks {
        for name in Set(notebook.facts.flatMap(\.installs).map(\.name)) { counts[name, default: 0] += 1 }
      }
      return Set(counts.filter { 2 * $0.value >= notebooks.count }.keys)
    }
  }
}

extension Message {
  fileprivate static func following(_ branches: [UnpinnedDependency.Branch]) -> Message {
    let packages = branches.map(\.package)
    let what =
      packages.count == 1
      ? "'\(packages[0])' follows the branch '\(branches[0].name)'" : "\(packages.quoted(upTo: 3)) follow branches"
    return "\(what), so a later build may use different code; require a version, or commit Package.resolved"
  }

  fileprivate static func unpinned(_ names: [String], of total: Int, pinned: Bool) -> Message {
    """
    unpinned requirements: \(names.count) of \(total) (\(names.quoted())); \
    pin \(pinned ? "the rest" : "their versions"), or commit a lock file
    """
  }

  fileprivate static func unpinned(_ names: [String]) -> Message {
    "this notebook installs the latest version of \(names.quoted()); pin the versions that it ran with"
  }
}
