import LintSourceText

/// Determines a file's role from its path in the project and its text.
package enum RoleClassifier {
  /// - Parameters:
  ///   - path: relative to the project's root.
  ///   - isInPackage: true if the file's folder is a Python package.
  package static func role(of path: String, language: Language, text: [UInt8], isInPackage: Bool) -> Role {
    let parts = path.lowercased().split(separator: "/")
    guard let name = parts.last else { return .library }
    let folders = parts.dropLast()
    if folders.contains(where: vendoredFolders.contains) || isMarkedCopied(text, language) { return .vendored }
    if isGeneratedName(name) || isMarkedGenerated(text) { return .generated }
    if folders.contains(where: testFolders.contains) || isTestName(Paths.name(of: path)) { return .test }
    if language == .python, name.contains("test"), definesTests(text) { return .test }
    if language == .swift, isInTestTarget(path) || importsTests(text) { return .test }
    if let role = folders.enumerated().lazy.compactMap({ depth, folder in
      role(ofFolder: folder, isInPackage: isInPackage && depth > 0)
    }).first {
      return role
    }
    switch language {
    case .markdown, .text: return .docs
    case .yaml, .toml, .gin: return .configuration
    case .swift: return name == "package.swift" ? .configuration : name == "main.swift" ? .script : .library
    case .python:
      if name == "setup.py" || name == "conf.py" { return .configuration }
      if name.hasSuffix(".ipynb") { return .example }
      return !isInPackage && hasMainGuard(text) ? .script : .library
    }
  }

  private static let vendoredFolders: Set<Substring> = [
    "vendor", "vendored", "third_party", "thirdparty", "third-party", "3rdparty", "externals", "deps",
    "_vendor", "_vendored",
  ]
  private static let testFolders: Set<Substring> = ["test", "tests", "testing_utils", "unittests", "integration_tests"]

  private static func role(ofFolder folder: Substring, isInPackage: Bool) -> Role? {
    switch folder {
    case "docs", "doc", "documentation": .docs
    case "example", "examples", "tutorial", "tutorials", "demo", "demos", "notebooks", "samples", "cookbook": .example
    // A package's own `tools` are imported, not run; those beside the package are run.
    case "script", "scripts", "tools", "benchmarks", "bin": isInPackage ? nil : .script
    default: nil
    }
  }

  private static func isTestName(_ name: Substring) -> Bool {
    name == "conftest.py" || (name.hasPrefix("test_") && name.hasSuffix(".py")) || name.hasSuffix("_test.py")
      || name == "tests.py" || name.hasSuffix("_tests.py")
      || name.hasSuffix("Tests.swift") || name.hasSuffix("Test.swift")
  }

  /// `NetsTests/Helpers.swift`, `Sources/NetsTestSupport/Mocks.swift`: a target for tests by its name.
  private static func isInTestTarget(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { folder in
      ["Tests", "TestSupport", "TestUtilities", "TestUtils", "TestHelpers", "TestingSupport"].contains {
        folder.hasSuffix($0)
      }
    }
  }

  /// Whatever its folder, as a manifest may put targets anywhere.
  private static func importsTests(_ text: [UInt8]) -> Bool {
    let imports: [StaticString] = ["\nimport XCTest\n", "\nimport Testing\n", "\n@testable import "]
    if text.starts(with: "import XCTest\n".utf8) || text.starts(with: "import Testing\n".utf8) { return true }
    return imports.contains { Bytes.find($0, in: text[...]) != nil }
  }

  /// A file called `test.py` may hold tests, or evaluate a model.
  private static func definesTests(_ text: [UInt8]) -> Bool {
    let frameworks: [StaticString] = ["import pytest", "import unittest", "from unittest", "absltest"]
    return Bytes.find("def test_", in: text[...]) != nil
      && frameworks.contains { Bytes.find($0, in: text[...]) != nil }
  }

  private static func isGeneratedName(_ name: Substring) -> Bool {
    name.hasSuffix("_pb2.py") || name.hasSuffix("_pb2_grpc.py") || name.hasSuffix(".pb.swift")
      || name.hasSuffix(".generated.swift")
  }

  /// Whether the comments at the top of a file of code name the repository that it was copied from:
  /// `# Source: https://github.com/owner/name`. Its names and its signatures are that repository's.
  private static func isMarkedCopied(_ text: [UInt8], _ language: Language) -> Bool {
    guard language == .python || language == .swift else { return false }
    var start = 0
    var lines = 0
    while start < text.count, lines < 10 {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = text[start..<end]
      guard line.isEmpty || Bytes.begins(line, with: "#") || Bytes.begins(line, with: "//") else { return false }
      if let place = Bytes.find("://github.com/", in: line) {
        let before = String(decoding: line[..<place], as: UTF8.self).lowercased()
        if ["source:", "copied from", "taken from", "vendored from"].contains(where: before.contains) { return true }
      }
      start = end + 1
      lines += 1
    }
    return false
  }

  /// Looks for a generator's mark in the first ten lines, or in the comment that the file begins with.
  private static func isMarkedGenerated(_ text: [UInt8]) -> Bool {
    var lines = 0
    var end = 0
    var isHeader = true
    while end < min(text.count, 3000), lines < 10 || isHeader {
      if text[end] == UInt8(ascii: "\n") {
        lines += 1
        let next = end + 1 < text.count ? text[end + 1] : 0
        isHeader = isHeader && "#/\n\r".utf8.contains(next)
      }
      end += 1
    }
    let head = text[..<end]
    return (["Generated by", "generated by the protocol buffer", "DO NOT EDIT", "@generated"] as [StaticString])
      .contains {
        Bytes.find($0, in: head) != nil && !mentionsItself($0, in: head)
      }
  }

  /// A mark counts only in a comment: a line whose first sign is `#`, `/`, `*` or that of `<!--`.
  private static func mentionsItself(_ mark: StaticString, in head: ArraySlice<UInt8>) -> Bool {
    guard let found = Bytes.find(mark, in: head) else { return false }
    let start = head[..<found].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? head.startIndex
    let first = head[start...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return first != UInt8(ascii: "#") && first != UInt8(ascii: "/") && first != UInt8(ascii: "*")
      && first != UInt8(ascii: "<")
  }

  private static func hasMainGuard(_ text: [UInt8]) -> Bool {
    guard let name = Bytes.find("\nif __name__", in: text[...]) else { return false }
    return Bytes.find("__main__", in: text[name..<min(name + 60, text.count)]) != nil
  }
}
