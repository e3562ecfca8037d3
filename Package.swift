// swift-tools-version: 6.1
import PackageDescription

// SwiftPM compiles a module anew when a module changes that it names as a dependency; a missing one leaves stale code.
let linter: [Target.Dependency] = [
  "LintSourceText", "LintSerialization", "LintModel", "LintProject", "LintRuleKit", "LintCatalog", "LintEngine",
  "LintApiDiff", "LintReporting", "LintWorkspace", "LintValidation", "LintRuleTesting",
]

let package = Package(
  name: "mllint",
  products: [
    .executable(name: "mllint", targets: ["mllint"]),
    .library(name: "Lint", targets: ["Lint"]),
    .library(name: "PythonSyntax", targets: ["PythonSyntax"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CKernels", exclude: ["body.inc"]),
    .target(name: "Reference", dependencies: ["CKernels", "CZlib"]),
    .target(name: "PythonSyntax"),

    // The linter, from the bottom up. Module LintModel is Sources/Lint/Model; each imports only what is above it here.
    lint("SourceText"),
    lint("Serialization", imports: ["SourceText"], and: ["CLibYAML"]),
    lint("Model", imports: ["SourceText"]),
    lint("Project", imports: ["Model", "Serialization", "SourceText"], and: ["CLibYAML"]),
    lint("RuleKit", imports: ["Project", "Model", "Serialization", "SourceText"]),
    lint("Catalog", imports: ["RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    lint("Engine", imports: ["Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    lint("ApiDiff", imports: ["Engine", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    lint("Reporting", imports: ["Engine", "Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    lint(
      "Workspace",
      imports: [
        "Reporting", "ApiDiff", "Engine", "Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText",
      ]),
    lint(
      "RuleTesting",
      imports: ["Workspace", "Engine", "Catalog", "RuleKit", "Project", "Model", "Serialization", "SourceText"]),
    lint(
      "Validation",
      imports: ["Workspace", "Reporting", "Engine", "RuleKit", "Project", "Model", "Serialization", "SourceText"],
      plugins: ["EmbedCatalog"]),

    .target(
      name: "PythonFrontend", dependencies: ["LintModel", "LintSourceText", "LintSerialization", "PythonSyntax"]),
    .target(
      name: "SwiftFrontend",
      dependencies: [
        "LintModel", "LintSourceText",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
      ]),
    // A page added under Rules/ alone would not be seen: SwiftPM plans plugins anew only when the target's own folder
    // changes. The link Sources/Rules/Catalog makes Rules/ part of it.
    .target(
      name: "Rules",
      dependencies: [
        "LintApiDiff", "LintEngine", "LintCatalog", "LintRuleKit", "LintProject", "LintModel", "LintSerialization",
        "LintSourceText",
      ], exclude: ["Catalog"], plugins: ["EmbedCatalog"]),
    .plugin(name: "EmbedCatalog", capability: .buildTool(), dependencies: ["EmbedCatalogTool"]),
    .executableTarget(name: "EmbedCatalogTool"),
    .target(
      name: "Lint",
      dependencies: ["Rules", "PythonFrontend", "SwiftFrontend"] + linter,
      path: "Sources/Lint/Library"),
    .executableTarget(
      name: "mllint",
      dependencies: [
        "Lint", "Reference", "Rules", "PythonFrontend", "SwiftFrontend",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + linter),

    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "CommandTests", dependencies: ["mllint"], exclude: ["pre_commit.sh"]),
    .testTarget(
      name: "LintTests", dependencies: ["CLibYAML", "Lint", "Rules", "PythonFrontend", "SwiftFrontend"] + linter,
      exclude: ["Catalog/re_oracle.py", "Serialization/TOML/tomllib_oracle.py"]),
    .testTarget(
      name: "PythonFrontendTests", dependencies: ["LintModel", "LintProject", "LintSourceText", "PythonFrontend"]),
    .executableTarget(
      name: "DocstringDump", dependencies: ["PythonFrontend"], path: "Tests/DocstringConformance",
      exclude: ["compare.py"]),
    .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax"]),
    .executableTarget(
      name: "PythonConformance", dependencies: ["PythonSyntax"], path: "Tests/PythonConformance",
      exclude: ["compare.py", "snippets.py"]),
    .testTarget(
      name: "ReferenceTests", dependencies: ["Reference"],
      exclude: [
        "Core/compare_with_pytorch.py", "Data/range_server.py", "Formats/read_events.py", "Formats/read_image.py",
        "Formats/read_run.py", "Formats/read_safetensors.py", "Formats/run_model.py", "Report/screenshot.sh",
      ]),
    .testTarget(
      name: "RulesTests", dependencies: ["Lint", "Rules", "PythonFrontend", "SwiftFrontend"] + linter),
    .testTarget(
      name: "SwiftFrontendTests", dependencies: ["LintModel", "LintProject", "LintSourceText", "SwiftFrontend"]),
  ]
)

// Counts which lines of the linter the tests run: `make coverage`. swift-syntax and the reference stay as they are.
if Context.environment["MLLINT_COVERAGE"] != nil {
  for target in package.targets {
    let isLinter = ["Rules", "PythonFrontend", "SwiftFrontend"].contains(target.name) || target.name.hasPrefix("Lint")
    if isLinter && target.type == .regular {
      target.swiftSettings = [.unsafeFlags(["-profile-generate", "-profile-coverage-mapping"])]
    } else if [.executable, .test].contains(target.type) {
      target.linkerSettings = [.unsafeFlags(["-profile-generate"])]
    }
  }
}

/// A module of the linter: `LintNAME` in Sources/Lint/NAME.
func lint(
  _ name: String, imports: [String] = [], and others: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: "Lint\(name)", dependencies: imports.map { .target(name: "Lint\($0)") } + others,
    path: "Sources/Lint/\(name)", plugins: plugins)
}
