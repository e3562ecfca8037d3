import Foundation
import Testing

/// Dependencies go one way. The table lists what each module may import; the compiler enforces the same through
/// Package.swift, as far as it does not let a module import what its dependencies depend on.
@Suite struct DependencyTests {
  /// The modules of the linter, from the bottom up: each may import those above it that are listed.
  static let lint: [(module: String, imports: [String])] = [
    ("SourceText", []),
    ("Serialization", ["SourceText"]),
    ("Model", ["SourceText"]),
    ("Project", ["Model", "Serialization", "SourceText"]),
    ("RuleKit", ["Project", "Model", "Serialization", "SourceText"]),
    ("Catalog", ["RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    ("Engine", ["Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    ("ApiDiff", ["Engine", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    ("Reporting", ["Engine", "Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    (
      "Workspace",
      ["Reporting", "ApiDiff", "Engine", "Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]
    ),
    ("Validation", ["Workspace", "Reporting", "Engine", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    ("RuleTesting", ["Workspace", "Engine", "Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
  ]

  static let lintModules = lint.map { "Lint\($0.module)" }

  /// What each module imports at most of this package, of packages it depends on, and of the toolchain.
  static let allowed: [String: [String]] = {
    var table: [String: [String]] = [
      "PythonSyntax": [],
      "Reference": ["CKernels", "CZlib", "FoundationEssentials", "Dispatch", "Musl"],
      "PythonFrontend": ["LintModel", "LintSerialization", "LintSourceText", "PythonSyntax"],
      "SwiftFrontend": ["LintModel", "LintSourceText", "SwiftSyntax", "SwiftParser", "SwiftParserDiagnostics"],
      "Rules": [
        "LintApiDiff", "LintEngine", "LintCatalog", "LintRuleKit", "LintProject", "LintModel", "LintSerialization",
        "LintSourceText",
      ],
      "Lint": lintModules + ["Rules", "PythonFrontend", "SwiftFrontend"],
      "mllint": lintModules + ["Lint", "Reference", "ArgumentParser", "FoundationEssentials"],
    ]
    for (module, imports) in lint { table["Lint\(module)"] = imports.map { "Lint\($0)" } }
    table["LintSerialization"]?.append("CLibYAML")
    table["LintProject"]?.append("CLibYAML")
    return table.mapValues { $0 + ["Glibc", "Synchronization", "Swift"] }
  }()

  @Test(arguments: allowed.keys.sorted())
  func modulesImportOnlyAllowedModules(module: String) throws {
    let sources = try swiftFiles(in: folder(of: module))
    #expect(!sources.isEmpty, "expected Swift files of \(module), found none")
    let allowed = Set(Self.allowed[module] ?? [])
    for source in sources {
      for imported in try imports(in: source) where !allowed.contains(imported) {
        Issue.record("\(source.lastPathComponent) imports \(imported), which \(module) must not import")
      }
    }
  }

  @Test func everyFolderOfLintIsAModule() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources/Lint").path())
    #expect(Set(folders) == Set(Self.lint.map(\.module) + ["Library"]))
  }

  @Test(arguments: [
    ("import A", "A"), ("  import A", "A"), ("@testable import A", "A"), ("@_exported import A", "A"),
    ("@preconcurrency import A", "A"), ("internal import A", "A"), ("import struct A.B", "A"), ("import A.B", "A"),
    ("@_spi(X) import A", "A"), ("let x = 1; import A", "A"), ("// import A", nil), ("important()", nil),
  ])
  func allFormsOfImportAreRecognized(line: String, module: String?) {
    #expect(importedModules(in: line) == [module].compactMap(\.self))
  }

  private func imports(in file: URL) throws -> Set<String> {
    Set(importedModules(in: try String(contentsOf: file, encoding: .utf8)))
  }

  private func importedModules(in text: String) -> [String] {
    let declaration =
      #/
      ^\s*(?:@\w+(?:\([^)]*\))?\s+|public\s+|package\s+|internal\s+|fileprivate\s+|private\s+)*
      import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)
      /#
    return text.split { $0 == "\n" || $0 == ";" }.compactMap { line in
      (try? declaration.prefixMatch(in: line)).map { String($0.1) }
    }
  }

  private func folder(of module: String) -> URL {
    let sources = root.appending(path: "Sources")
    if module == "Lint" { return sources.appending(path: "Lint/Library") }
    return Self.lintModules.contains(module)
      ? sources.appending(path: "Lint/\(module.dropFirst("Lint".count))") : sources.appending(path: module)
  }

  /// This file is at Tests/ArchitectureTests below the package's folder.
  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  private func swiftFiles(in folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    return (files ?? []).filter { $0.pathExtension == "swift" }
  }
}
