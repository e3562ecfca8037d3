import LintSourceText

/// What the manifests of a project state, and for which of its files: those of an example do not bind the library.
struct StatedRequirements {
  private let stated: [(folder: String, requirement: StatedRequirement)]
  var all: [StatedRequirement] { stated.map(\.requirement) }

  /// - Parameter manifests: The paths of the manifests, with what each states.
  init(_ manifests: [(path: String, requirement: StatedRequirement)]) {
    stated = manifests.map { path, requirement in
      var folder = Paths.folder(of: path)
      while Self.shared.contains(Paths.name(of: folder).lowercased()) { folder = Paths.folder(of: folder) }
      return (folder, requirement)
    }
  }

  /// What the manifests above a file state, or all if none of them does.
  func concerning(_ path: String) -> [StatedRequirement] {
    let near = stated.filter { $0.folder.isEmpty || path.hasPrefix($0.folder + "/") }.map(\.requirement)
    return near.isEmpty ? all : near
  }

  /// Folders whose manifests are those of the folder above.
  private static let shared: Set<String> = [
    "requirements", "reqs", "deps", "dependencies", "ci", ".ci", ".github", "environments", "envs", "env", "conda",
    "docker", "tests", "test",
  ]
}
