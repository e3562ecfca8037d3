import Foundation
import Reference

/// A temporary directory that is deleted with the last reference to it.
final class TemporaryDirectory: Sendable {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mllint-reference-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  /// The path of a file in the directory.
  func file(_ name: String) -> FilePath { path.appending(name) }

  /// Writes a file, creating its parent directories.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> FilePath {
    let url = URL(filePath: file(name).string)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return file(name)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> FilePath { try write(name, Array(text.utf8)) }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: file(name).string))) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name).string) }

  /// The sorted names of the entries of the directory or of a subdirectory.
  func names(in subdirectory: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(subdirectory).string).sorted()
  }
}
