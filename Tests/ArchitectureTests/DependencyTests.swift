import Foundation
import Testing

/// Dependencies point one way; the imports of every source file are held to it.
@Suite struct DependencyTests {
  /// What each module may import of ours.
  static let allowed: [String: Set<String>] = [
    "PythonSyntax": [],
    "Reference": ["CKernels", "CZlib"],
    "Lint": ["CLibYAML"],
    "PythonFrontend": ["Lint", "PythonSyntax"],
    "SwiftFrontend": ["Lint"],
    "Rules": ["Lint"],
    "mllint": ["Lint", "Rules", "PythonFrontend", "SwiftFrontend", "Reference"],
  ]

  static let ours = Set(allowed.keys).union(["CLibYAML", "CKernels", "CZlib"])

  @Test(arguments: allowed.keys.sorted())
  func importsPointOneWay(module: String) throws {
    let sources = try swiftFiles(in: root.appending(path: "Sources/\(module)"))
    #expect(!sources.isEmpty, "expected Swift files in Sources/\(module), found none")
    for source in sources {
      let text = try String(contentsOf: source, encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("import ") {
        let imported = String(line.dropFirst("import ".count))
        guard Self.ours.contains(imported) else { continue }
        #expect(
          Self.allowed[module]?.contains(imported) == true,
          "\(source.lastPathComponent) imports \(imported), which \(module) must not know")
      }
    }
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
