import Lint

/// Which declarations and modules are an interface that tests should know.
enum PublicApi {
  /// Bases of classes that only declare: values, shapes and errors, which the code that uses them tests.
  private static let declarative: Set<String> = [
    "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ExplicitEnum", "Protocol", "TypedDict", "NamedTuple",
    "Exception", "Warning", "UserWarning", "ModelOutput",
  ]

  static func isTestable(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let isTopLevel = declaration.parent.map { file.model.declarations[$0].kind == .module } ?? true
    guard isTopLevel, declaration.isPublic, declaration.kind == .function || declaration.kind == .type,
      declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isStub])
    else { return false }
    if file.language == .python, declaration.name.text == "main" { return false }
    return !declaration.bases.contains { base in
      let name = base.split(separator: ".").last.map(String.init) ?? base
      return declarative.contains(name) || name.hasSuffix("Error") || name.hasSuffix("Exception")
    }
  }

  /// The modules with something to test: where a project has packages, files beside them are no part of its interface.
  static func modules(of facts: [FileFacts<UntestedApi.Fact>]) -> [FileFacts<UntestedApi.Fact>] {
    let modules = facts.filter { $0.file.role == .library && $0.facts.contains { !$0.symbols.isEmpty } }
    let packaged = modules.filter(isPackaged)
    return packaged.isEmpty ? modules : packaged
  }

  /// Whether a symbol's documentation holds a run of prompts, which doctest tries.
  static func hasDoctest(_ declaration: Declaration, in file: SourceFile) -> Bool {
    declaration.doc?.examples.contains { file.text.bytes.dropFirst(Int($0.start)).starts(with: ">>>".utf8) } ?? false
  }

  /// An installed package comes without its tests and without its manifest; one script alone is no interface.
  static func isWholeProject(_ modules: [FileFacts<UntestedApi.Fact>], in project: ProjectIndex) -> Bool {
    guard modules.contains(where: isPackaged) else { return modules.count > 1 }
    let manifests: Set<Substring> = ["pyproject.toml", "setup.py", "setup.cfg", "Package.swift"]
    return project.files.contains { manifests.contains($0.path.split(separator: "/").last ?? "") }
  }

  private static func isPackaged(_ module: FileFacts<UntestedApi.Fact>) -> Bool {
    module.file.language != .python || module.file.module.contains(".") || module.file.path.hasSuffix("/__init__.py")
  }
}
