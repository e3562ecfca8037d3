import Foundation

/// A folder that is gone when nobody holds it any more.
final class FormatsFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "mllint-formats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The names of what lies in it, sorted.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path()).sorted() }

  func file(_ name: String) -> URL { url.appending(path: name) }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(name))) }
}
