import LintModel
import LintRuleKit
import LintSourceText

/// The Python files of a project, by the names that commands use.
struct ProjectScripts {
  private var byName: [Substring: [FileReference]] = [:]
  private var byModule: [String: [FileReference]] = [:]
  /// Modules by the commands that an installation creates for them.
  private var entryPoints: [String: String] = [:]

  init(_ project: ProjectIndex) {
    for file in project.files where file.language == .python && !file.path.hasSuffix(".ipynb") {
      byName[Paths.name(of: file.projectPath), default: []].append(file)
      byModule[file.module, default: []].append(file)
    }
    for manifest in ["pyproject.toml", "setup.cfg", "setup.py"] {
      if let text = project.repository?.text(of: manifest) { noteEntryPoints(of: text) }
    }
  }

  /// `train = "nets.cli:main"` of pyproject.toml, `"train=nets.cli:main"` of setup.py.
  private mutating func noteEntryPoints(of text: SourceText) {
    for line in String(decoding: text.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let bare = line.filter { !$0.isWhitespace && !"\"',[]".contains($0) }
      let parts = (bare.lastIndex(of: ":").map { bare[..<$0] } ?? "").split(separator: "=")
      guard parts.count > 1, let module = parts.last, byModule[String(module)] != nil else { continue }
      entryPoints[String(parts[parts.count - 2])] = String(module)
    }
  }

  /// The path of the only file that a command can mean; nil if it is ambiguous or may belong to another project.
  func script(of command: ShownCommand, shownIn document: String) -> String? {
    switch command.form {
    case .module:
      let found = (byModule[command.program] ?? []) + (byModule[command.program + ".__main__"] ?? [])
      return found.count == 1 ? found[0].projectPath : nil
    case .entryPoint:
      guard let module = entryPoints[command.program], let found = byModule[module] else { return nil }
      return found.count == 1 ? found[0].projectPath : nil
    case .file: break
    }
    let path = command.program.hasPrefix("./") ? String(command.program.dropFirst(2)) : command.program
    guard !path.hasPrefix("/"), !path.hasPrefix("..") else { return nil }
    let found = (byName[Paths.name(of: path)] ?? []).map(\.projectPath)
    for place in [Paths.join(Paths.folder(of: document), path), path] where found.contains(place) { return place }
    let alike = found.filter { $0.hasSuffix("/" + path) }
    return alike.count == 1 && found.count == 1 ? alike[0] : nil
  }

  /// The path of a missing script whose folder exists and contains others, and the name of the script that is probably
  /// meant.
  func missing(
    _ command: ShownCommand, shownIn document: String, _ project: ProjectIndex
  ) -> (path: String, nearest: String?)? {
    let path = command.program.hasPrefix("./") ? String(command.program.dropFirst(2)) : command.program
    guard command.form == .file, !command.isBare, !command.followsChange, path.contains("/"), !path.hasPrefix("/"),
      !path.hasPrefix("."), byName[Paths.name(of: path)] == nil, !path.contains("path/to"), !path.contains("your")
    else { return nil }
    for place in [Paths.join(Paths.folder(of: document), path), path] {
      let folder = Paths.folder(of: place)
      let beside = byName.values.joined().filter { Paths.folder(of: $0.projectPath) == folder }
      guard project.exists(folder) == true, project.exists(place) == false, !beside.isEmpty else { continue }
      let names = beside.map { String(Paths.name(of: $0.projectPath)) }.sorted()
      return (place, Suggestion.nearest(to: String(Paths.name(of: path)), among: names))
    }
    return nil
  }
}
