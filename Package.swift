// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "mllint",
  products: [
    .executable(name: "mllint", targets: ["mllint"]),
    .library(name: "PythonSyntax", targets: ["PythonSyntax"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CKernels", exclude: ["body.inc"]),
    .target(name: "Reference", dependencies: ["CKernels", "CZlib"]),
    .target(name: "PythonSyntax"),
    .target(name: "Lint", dependencies: ["CLibYAML", "TOMLKit"]),
    .target(name: "PythonFrontend", dependencies: ["Lint", "PythonSyntax"]),
    .target(
      name: "SwiftFrontend",
      dependencies: [
        "Lint",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
      ]),
    // A page added under Rules/ alone would not be seen: SwiftPM plans plugins anew only when the target's own folder
    // changes. The link Sources/Rules/Catalogue makes Rules/ part of it.
    .target(name: "Rules", dependencies: ["Lint"], exclude: ["Catalogue"], plugins: ["EmbedCatalogue"]),
    .plugin(name: "EmbedCatalogue", capability: .buildTool(), dependencies: ["EmbedCatalogueTool"]),
    .executableTarget(name: "EmbedCatalogueTool"),
    .executableTarget(
      name: "mllint",
      dependencies: [
        "Lint", "Rules", "PythonFrontend", "SwiftFrontend", "Reference",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "CommandTests", dependencies: ["mllint"], exclude: ["pre_commit.sh"]),
    .testTarget(name: "LintTests", dependencies: ["CLibYAML", "Lint", "Rules"]),
    .testTarget(name: "PythonFrontendTests", dependencies: ["Lint", "PythonFrontend"]),
    .executableTarget(
      name: "DocstringDump", dependencies: ["Lint", "PythonFrontend"], path: "Tests/DocstringConformance",
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
    .testTarget(name: "RulesTests", dependencies: ["Lint", "Rules", "PythonFrontend", "SwiftFrontend"]),
    .testTarget(name: "SwiftFrontendTests", dependencies: ["Lint", "SwiftFrontend"]),
  ]
)
