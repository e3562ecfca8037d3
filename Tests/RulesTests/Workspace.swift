import Foundation
import Lint
import Rules
import Testing

/// A scratch repository, removed when it is let go.
final class Workspace {
  let folder: String

  init(_ files: [(path: String, text: String)]) throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "mllint-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder + "/.git", withIntermediateDirectories: true)
    for (path, text) in files {
      let url = URL(filePath: folder).appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Lints all files with one rule, and with those of the engine that watch suppressions and syntax.
  func lint(_ rule: AnyRule, _ catalogue: Catalogue, roles: [String: Role] = [:]) throws -> RunResult {
    var rules = [rule]
    for type in EngineRules.types where type.id != rule.id {
      if let watcher = try catalogue.rule(type.id) { rules.append(watcher) }
    }
    let finder = ProjectFinder(workingDirectory: folder, endings: Set(frontends.flatMap(\.endings)))
    let project = try #require(try finder.projects(of: ["."]).first)
    let set = RuleSet(rules)
    var request = Request(
      project: project, frontends: frontends, ruleSet: { _ in set }, projectRules: rules.filter(\.isProjectRule),
      knownRules: Set(catalogue.rules))
    request.configuredRole = { roles[$0.path] }
    return Engine.run(request)
  }
}

/// The source of a notebook of one cell.
func notebook(_ source: String) throws -> String {
  let cell: [String: Any] = [
    "cell_type": "code", "execution_count": NSNull(), "metadata": [String: Any](), "outputs": [Any](), "source": source,
  ]
  let book: [String: Any] = ["cells": [cell], "metadata": [String: Any](), "nbformat": 4, "nbformat_minor": 5]
  return String(decoding: try JSONSerialization.data(withJSONObject: book), as: UTF8.self)
}
