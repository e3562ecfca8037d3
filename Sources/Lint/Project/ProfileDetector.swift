import LintSourceText

/// Tells a project's profile from its manifests and folders; no code is parsed.
struct ProfileDetector {
  private let project: Project

  static func profile(of project: Project) -> Profile { ProfileDetector(project: project).profile }

  private var profile: Profile {
    let code = project.files.lazy.filter { Self.codeEndings.contains(Paths.fileExtension(of: $0.path)) }
    let notebooks = project.files.count { Paths.fileExtension(of: $0.path) == "ipynb" }
    if notebooks > code.count { return .notebooks }
    if isInstalled || manifests.contains(where: offersLibrary) { return .library }
    return isRun ? .application : .research
  }

  /// An unpacked distribution, or the folder of an installed package: no project of its own has no README.
  private var isInstalled: Bool {
    let names = ((try? FileSystem.entries(of: project.root)) ?? []).map(\.name)
    if names.contains(where: { $0.hasSuffix(".dist-info") }) { return true }
    return project.layout.isPackage("") && !names.contains { $0.hasPrefix("README") }
  }

  /// Paths of the manifests of the project itself, not of its examples.
  private var manifests: [String] {
    project.files.map(\.path).filter { path in
      let folders = Paths.folder(of: path).split(separator: "/")
      return Layout.isManifest(Paths.name(of: path)) && folders.count <= 2
        && !folders.contains(where: Self.asides.contains)
    }
  }

  private func offersLibrary(_ manifest: String) -> Bool {
    let path = Paths.join(project.root, manifest)
    guard let text = try? FileSystem.read(path, limit: 1 << 20) else { return false }
    let folder = Paths.folder(of: manifest)
    switch Paths.name(of: manifest) {
    case "Package.swift": return Bytes.find(".library(", in: text[...]) != nil
    case "pyproject.toml":
      let names: [StaticString] = ["[project]", "[tool.poetry]", "[tool.flit", "[tool.hatch"]
      return names.contains { Bytes.find($0, in: text[...]) != nil } && hasTestedPackage(in: folder, named: text)
    case "setup.cfg":
      return Bytes.find("[metadata]", in: text[...]) != nil && hasTestedPackage(in: folder, named: text)
    default: return hasTestedPackage(in: folder, named: text)
    }
  }

  /// A package next to the manifest that has its name, or that has tests: research code, too, is made installable for
  /// its own scripts, but rarely tested.
  private func hasTestedPackage(in folder: String, named manifest: [UInt8]) -> Bool {
    let packages = project.layout.packages(in: folder).filter { !Self.asides.contains(Paths.name(of: $0)) }
    guard !packages.isEmpty else { return false }
    let name = Self.projectName(in: manifest)
    if packages.contains(where: { Self.plain(Paths.name(of: $0)) == name }) { return true }
    // Nobody imports another's `utils`.
    guard packages.contains(where: { !Self.inside.contains(Paths.name(of: $0)) }) else { return false }
    let prefix = folder.isEmpty ? "" : folder + "/"
    return project.files.contains { file in
      file.path.hasPrefix(prefix)
        && RoleClassifier.role(of: file.path, language: .python, text: [], isInPackage: true) == .test
    }
  }

  /// The first `name = "..."` of a manifest, quotes or not, in letters and digits.
  private static func projectName(in manifest: [UInt8]) -> String {
    for line in manifest.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" }
      guard text.hasPrefix("name"), let sign = text.firstIndex(of: "="),
        text[..<sign].dropFirst(4).allSatisfy(\.isWhitespace)
      else { continue }
      return plain(text[text.index(after: sign)...].prefix { $0 != "#" })
    }
    return ""
  }

  private static func plain(_ name: Substring) -> String { name.filter { $0.isLetter || $0.isNumber }.lowercased() }

  /// Files at the top that tell how the program is run for others.
  private var isRun: Bool {
    let names = [
      "Dockerfile", "docker-compose.yml", "docker-compose.yaml", "Procfile", "manage.py", "app.py", "wsgi.py",
    ]
    if names.contains(where: { FileSystem.exists(Paths.join(project.root, $0)) }) { return true }
    return project.files.contains { Paths.fileExtension(of: $0.path) == "swift" }
  }

  private static let codeEndings: Set<String> = ["py", "swift"]
  private static let inside: Set<Substring> = [
    "utils", "util", "models", "model", "data", "datasets", "dataset", "common", "core", "config", "configs", "engine",
    "src", "lib", "train", "training", "modules", "layers", "losses", "app",
  ]
  private static let asides: Set<Substring> = [
    "tests", "test", "docs", "doc", "examples", "example", "scripts", "tools", "benchmarks", "third_party", "vendor",
    "tutorials", "demo", "demos", "projects",
  ]
}
