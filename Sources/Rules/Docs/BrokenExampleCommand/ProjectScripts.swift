import LintModel
import LintRuleKit
import LintSourceText

/// The Python files of a project, by the names that commands use.
struct ProjectScripts {
  private let project: ProjectIndex
  private let own: OwnRepository
  private var byName: [Substring: [FileReference]] = [:]
  private var byModule: [String: [FileReference]] = [:]
  private var byFolder: [String: [String]] = [:]
  /// Configuration files by name, and their names by folder.
  private var configurations: [Substring: [String]] = [:]
  private var configurationNames: [String: [String]] = [:]
  /// Modules by the commands that an installation creates for them.
  private let entryPoints: EntryPoints

  init(_ project: ProjectIndex, _ own: OwnRepository) {
    self.project = project
    self.own = own
    entryPoints = EntryPoints(project)
    for file in project.files where [.yaml, .toml, .gin].contains(file.language) {
      configurations[Paths.name(of: file.projectPath), default: []].append(file.projectPath)
      configurationNames[Paths.folder(of: file.projectPath), default: []].append(
        String(Paths.name(of: file.projectPath)))
    }
    for file in project.files where file.language == .python && !file.projectPath.hasSuffix(".ipynb") {
      byName[Paths.name(of: file.projectPath), default: []].append(file)
      byModule[file.module, default: []].append(file)
      byFolder[Paths.folder(of: file.projectPath), default: []].append(String(Paths.name(of: file.projectPath)))
    }
  }

  /// The path of the only file that a command can mean; nil if it is ambiguous or may belong to another project.
  func script(of command: ShownCommand, shownIn document: String) -> String? {
    switch command.form {
    case .module:
      let found = (byModule[command.program] ?? []) + (byModule[command.program + ".__main__"] ?? [])
      return found.count == 1 ? found[0].projectPath : nil
    case .entryPoint:
      guard let module = entryPoints.modules[command.program], let found = byModule[module] else { return nil }
      return found.count == 1 ? found[0].projectPath : nil
    case .file: break
    }
    guard let path = plain(command.program) else { return nil }
    let found = (byName[Paths.name(of: path)] ?? []).map(\.projectPath)
    for place in places(of: path, command, document) where found.contains(place) { return place }
    let alike = found.filter { $0.hasSuffix("/" + path) }
    return alike.count == 1 && found.count == 1 ? alike[0] : nil
  }

  /// The path of a missing script whose folder exists and contains others, and the script that is probably meant.
  ///
  /// - Parameter accepts: Whether the script at a path takes the command's options, as far as is known.
  func missing(
    _ command: ShownCommand, shownIn document: String, accepts: (String) -> Bool
  ) -> (path: String, meant: String?)? {
    guard command.form == .file, !command.isBare, !command.followsChange, let path = plain(command.program),
      !Self.isPlaceholder(path)
    else { return nil }
    let name = Paths.name(of: path)
    let namesakes = (byName[name] ?? []).map(\.projectPath)
    // The command may be run in another folder.
    if namesakes.contains(where: { $0 == path || $0.hasSuffix("/" + path) }) { return nil }
    let isInFolder = path.contains("/")
    guard isInFolder || namesakes.isEmpty && !Self.common.contains(name) else { return nil }
    for place in places(of: path, command, document) {
      let folder = Paths.folder(of: place)
      guard let beside = byFolder[folder]?.sorted(), project.exists(folder) == true, project.exists(place) == false
      else { continue }
      let nearest =
        beside.first { Self.hasSameWords(name, $0[...]) } ?? Suggestion.nearest(to: String(name), among: beside)
      // A document says little about which folder a bare name is in, and a guide's script is often the reader's.
      if !isInFolder, nearest == nil,
        folder.isEmpty || folder != Paths.folder(of: document) || Self.isForReaders(folder)
          || Self.generic.contains(name)
      {
        continue
      }
      let meant = namesakes.count == 1 ? namesakes[0] : namesakes.isEmpty ? nearest : nil
      let isSure = meant.map { Self.hasSameWords(name, Paths.name(of: $0)) } ?? false
      return (
        place, meant.flatMap { isSure || accepts(namesakes.isEmpty ? Paths.join(folder, $0) : $0) ? $0 : nil }
      )
    }
    return nil
  }

  /// The path of a configuration file that a command of this project names and the project lacks, and the one that is
  /// meant. Without a file that is probably meant, it may be the user's own.
  func missing(_ file: String, of command: ShownCommand, shownIn document: String) -> (path: String, meant: String)? {
    guard !command.followsChange, let path = plain(file), !Self.isPlaceholder(path),
      let script = script(of: command, shownIn: document)
    else { return nil }
    let namesakes = configurations[Paths.name(of: path)] ?? []
    let places = places(of: path, command, document)
    guard let first = places.last, !namesakes.contains(where: { $0 == path || $0.hasSuffix("/" + path) }),
      (places + [Paths.join(Paths.folder(of: script), path)]).allSatisfy({ project.exists($0) != true })
    else { return nil }
    if namesakes.count == 1, project.exists(Paths.folder(of: first)) == false,
      let meant = places.lazy.compactMap({ Suggestion.nearest(to: $0, among: namesakes) }).first
    {
      return (first, meant)
    }
    for place in places where project.exists(place) == false {
      let folder = Paths.folder(of: place)
      guard let beside = configurationNames[folder]?.sorted(),
        let nearest = Suggestion.nearest(to: String(Paths.name(of: path)), among: beside)
      else { continue }
      return (place, Paths.join(folder, nearest))
    }
    return nil
  }

  private static func isPlaceholder(_ path: String) -> Bool {
    path.hasPrefix(".") || ["path/to", "your", "my_", "my-", "xxx"].contains { path.contains($0) }
  }

  /// Whether a folder holds documents, whose Python files only build them.
  private static func isForReaders(_ folder: String) -> Bool {
    folder.split(separator: "/").contains { ["docs", "doc", "documentation"].contains($0) }
  }

  /// `online_dpo.py` for `dpo_online.py`
  private static func hasSameWords(_ name: Substring, _ other: Substring) -> Bool {
    name.count == other.count
      && name.split { "_-.".contains($0) }.sorted() == other.split { "_-.".contains($0) }.sorted()
  }

  private static let common: Set<Substring> = [
    "setup.py", "manage.py", "script.py", "main.py", "example.py", "test.py",
  ]

  /// Names that a document gives to a script of the reader.
  private static let generic: Set<Substring> = [
    "train.py", "source.py", "model.py", "app.py", "program.py", "run.py", "file.py", "code.py", "demo.py", "foo.py",
    "training.py", "inference.py", "training_script.py", "train_script.py", "user_script.py", "hello.py", "job.py",
  ]

  /// A relative path without `./`; nil for one that leads out of the project.
  private func plain(_ program: String) -> String? {
    let path = program.hasPrefix("./") ? String(program.dropFirst(2)) : program
    return path.hasPrefix("/") || path.hasPrefix("..") ? nil : path
  }

  /// Where a path may lead: below the folder that the commands before it entered, or else the document's or the top.
  private func places(of path: String, _ command: ShownCommand, _ document: String) -> [String] {
    var folder = ""
    for step in command.folders {
      var step = step[...]
      if step.hasPrefix("/") {
        // `cd /path/to/reef/tools`: below the folder of the clone, wherever that is.
        let parts = step.split(separator: "/")
        guard let clone = parts.firstIndex(where: { own.names.contains($0.lowercased()) }) else { return [] }
        folder = ""
        step = parts[(clone + 1)...].joined(separator: "/")[...]
      }
      for part in step.split(separator: "/") where part != "." {
        if part == ".." {
          folder = Paths.folder(of: folder)
        } else if folder.isEmpty, own.names.contains(part.lowercased()) {
          // The folder of the clone.
          continue
        } else {
          folder = Paths.join(folder, String(part))
        }
      }
    }
    let home = Paths.folder(of: document)
    if !folder.isEmpty { return [Paths.join(Paths.join(home, folder), path), Paths.join(folder, path)] }
    return [Paths.join(home, path), path]
  }
}
