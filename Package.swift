// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "mllint",
  products: [
    .library(name: "Lint", targets: ["Lint"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Lint", dependencies: ["CLibYAML", "TOMLKit"]),
    .target(
      name: "SwiftFrontend",
      dependencies: [
        "Lint",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
      ]),
    .testTarget(name: "SwiftFrontendTests", dependencies: ["Lint", "SwiftFrontend"]),
  ]
)
