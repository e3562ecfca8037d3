import Lint

/// Which declarations and modules are an interface that tests should know.
enum PublicApi {
  /// Bases of classes that only declare: values, shapes and errors, which the code that uses them tests.
  private static let declarative: Set<String> = [
    "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ExplicitEnum", "Protocol", "TypedDict", "NamedTuple",
    "Exception", "Warning", "UserWarning", "ModelOutput",
  ]

  static func definitions(in file: SourceFile) -> [String] {
    file.model.declarations.filter { isAtTop($0, in: file) && ($0.kind == .function || $0.kind == .type) }
      .map(\.name.text)
  }

  private static func isAtTop(_ declaration: Declaration, in file: SourceFile) -> Bool {
    declaration.parent.map { file.model.declarations[$0].kind == .module } ?? true
  }

  static func isTestable(_ index: Int, in file: SourceFile) -> Bool {
    let declaration = file.model.declarations[index]
    guard isAtTop(declaration, in: file), declaration.isPublic,
      declaration.kind == .function || declaration.kind == .type,
      declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isStub, .isExtension])
    else { return false }
    if declaration.kind == .function, isForTheEye(declaration.name.text) { return false }
    if file.language == .python, declaration.name.text == "main" || declaration.name.text.hasPrefix("__") {
      return false
    }
    // A class of constants has nothing to run.
    if file.language == .python, declaration.kind == .type, declaration.bases.isEmpty,
      !file.model.declarations.contains(where: { $0.parent == index && $0.isCallable })
    {
      return false
    }
    return !declaration.bases.contains { base in
      let name = base.split(separator: ".").last.map(String.init) ?? base
      return declarative.contains(name) || name.hasSuffix("Error") || name.hasSuffix("Exception")
    }
  }

  /// The modules with something to test. Where a distribution has packages at its root, files elsewhere, such as
  /// recipes, apps and research projects, are no part of what it offers.
  static func modules(of facts: [FileFacts<UntestedApi.Fact>]) -> [FileFacts<UntestedApi.Fact>] {
    let modules = facts.filter { $0.file.role == .library && $0.facts.contains { !$0.symbols.isEmpty } }
    let packaged = modules.filter(isPackaged)
    guard !packaged.isEmpty else { return modules }
    let rooted = packaged.filter(isAtRoot)
    let sources = rooted.filter { $0.file.path.hasPrefix("src/") }
    return (sources.isEmpty ? rooted.isEmpty ? packaged : rooted : sources).filter { !isInternal($0.file) }
  }

  private static func isAtRoot(_ module: FileFacts<UntestedApi.Fact>) -> Bool {
    guard module.file.language == .python else { return true }
    var folders = module.file.path.split(separator: "/")[...]
    let distribution = module.file.distribution.split(separator: "/")
    if folders.starts(with: distribution) { folders = folders.dropFirst(distribution.count) }
    if let first = folders.first, ["src", "python", "lib"].contains(first) { folders = folders.dropFirst() }
    return folders.first == module.file.module.split(separator: ".").first
  }

  /// Commands are tested by running them; borrowed and abandoned code is not this project's to test.
  private static func isInternal(_ file: FileReference) -> Bool {
    let inner: Set<Substring> = ["commands", "cli", "scripts", "benchmark", "benchmarks", "libs", "legacy"]
    return file.language == .python && file.module.split(separator: ".").contains(where: inner.contains)
  }

  /// Whether a file is run or looked at by people rather than called: a script inside a package, plots, debugging.
  static func isTool(_ file: SourceFile) -> Bool {
    guard file.language == .python else { return false }
    let text = String(decoding: file.text.bytes, as: UTF8.self)
    if text.contains("\nif __name__ ==") { return true }
    let plotters: Set<Substring> = ["matplotlib", "plotly", "seaborn", "bokeh", "altair", "IPython", "pdb", "ipdb"]
    if file.model.imports.contains(where: { !$0.isLocal && plotters.contains($0.module.prefix { $0 != "." }) }) {
      return true
    }
    return file.reference.module.split(separator: ".").contains { part in
      [
        "debug", "debugging", "vis", "viz", "visualization", "visualizer", "visualize", "plot", "plotting", "profiling",
        "convert",
      ].contains(part)
        || part.hasPrefix("convert_") || part.hasPrefix("plot_") || part.hasPrefix("debug_")
    }
  }

  /// Functions for a person at a terminal, whose result is looked at.
  private static func isForTheEye(_ name: String) -> Bool {
    let words = Name.words(of: name)
    guard let first = words.first, words.count > 1 || first == "debug" else { return false }
    return ["debug", "print", "plot", "show", "draw", "visualize", "visualise", "dump", "display"].contains(first)
  }

  /// Whether a symbol's documentation holds a run of prompts, which doctest tries.
  static func hasDoctest(_ declaration: Declaration, in file: SourceFile) -> Bool {
    declaration.doc?.examples.contains { file.text.bytes.dropFirst(Int($0.start)).starts(with: ">>>".utf8) } ?? false
  }

  /// An installed package comes without its tests and without its manifest; a script or two are no interface.
  static func isWholeProject(_ modules: [FileFacts<UntestedApi.Fact>], in project: ProjectIndex) -> Bool {
    guard modules.contains(where: isPackaged) else { return modules.count > 2 }
    let manifests: Set<Substring> = ["pyproject.toml", "setup.py", "setup.cfg", "Package.swift"]
    return project.files.contains { manifests.contains($0.path.split(separator: "/").last ?? "") }
  }

  private static func isPackaged(_ module: FileFacts<UntestedApi.Fact>) -> Bool {
    module.file.language != .python || module.file.module.contains(".") || module.file.path.hasSuffix("/__init__.py")
  }
}
