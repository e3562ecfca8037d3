import Foundation
import Reference

/// A small in-memory file system that fills up quickly.
struct SmallDisk {
  /// The size in bytes.
  static let size = 65_536

  private let path: FilePath

  /// Whether this process can mount one, which requires root and is not possible in every container.
  static let canBeMounted: Bool = {
    guard getuid() == 0, let directory = try? TemporaryDirectory(), let disk = try? SmallDisk(at: directory.path) else {
      return false
    }
    disk.unmount()
    return true
  }()

  init(at path: FilePath) throws {
    self.path = path
    try mount("size=\(Self.size)")
  }

  func makeReadOnly() throws { try mount("remount,ro") }

  func unmount() { umount2(path.string, Int32(MNT_DETACH)) }

  private func mount(_ options: String) throws {
    let result = try Program.run("/usr/bin/env", ["mount", "-t", "tmpfs", "-o", options, "tmpfs", path.string])
    guard result.status == 0 else { throw MountError(output: result.output) }
  }

  struct MountError: Error { var output: String }
}
