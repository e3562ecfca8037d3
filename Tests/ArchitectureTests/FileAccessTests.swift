import Foundation
import Testing

/// Only `FileSystem` opens files, because it checks and limits what it reads and replaces files atomically.
@Suite struct FileAccessTests {
  /// Everything but the reference implementation.
  private static let folders = ["Lint", "Rules", "PythonSyntax", "PythonFrontend", "SwiftFrontend", "mllint"]
  /// Calls and flags that opening a file or starting a program needs.
  private static let calls = [
    "O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "fopen(", "freopen(", "fdopen(", "creat(", "mkstemp(", "popen(",
    "posix_spawn", "FileHandle(", "FileManager.", "Data(contentsOf", "String(contentsOf", "Glibc.read(", "Glibc.write(",
  ]
  private static let allowed = ["Lint/Project/FileSystem/", "mllint/Reference/", "Lint/Project/Git/GitProgram.swift"]

  @Test func onlyFileSystemOpensFiles() throws {
    var count = 0
    for folder in Self.folders {
      let top = root.appending(path: "Sources/\(folder)")
      for case let url as URL in try #require(FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil))
      where url.pathExtension == "swift" {
        let path = folder + url.path().dropFirst(top.path().count)
        if Self.allowed.contains(where: path.hasPrefix) { continue }
        count += 1
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
          let code = line.drop { $0 == " " }
          for call in Self.calls where !code.hasPrefix("//") && code.contains(call) {
            Issue.record("\(path) calls '\(call)'; use FileSystem.read or FileSystem.write: \(code)")
          }
        }
      }
    }
    #expect(count > 200)
  }

  /// This file is at Tests/ArchitectureTests below the package's folder.
  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}
