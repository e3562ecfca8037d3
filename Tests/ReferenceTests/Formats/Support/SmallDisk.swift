import Foundation

/// A disk in memory that is soon full.
struct SmallDisk {
  /// How many bytes it holds.
  static let size = 65_536

  private let path: String

  /// Whether this process may mount one: only root may, and not in every container.
  static let canBeMounted: Bool = {
    guard getuid() == 0, let folder = try? FormatsFolder(), let disk = try? SmallDisk(at: folder.url) else {
      return false
    }
    disk.unmount()
    return true
  }()

  init(at url: URL) throws {
    path = url.path()
    try mount("size=\(Self.size)")
  }

  func forbidWriting() throws { try mount("remount,ro") }

  func unmount() { umount2(path, Int32(MNT_DETACH)) }

  private func mount(_ options: String) throws {
    let result = try Program.run("/usr/bin/env", ["mount", "-t", "tmpfs", "-o", options, "tmpfs", path])
    guard result.status == 0 else { throw Refusal(output: result.output) }
  }

  struct Refusal: Error { var output: String }
}
