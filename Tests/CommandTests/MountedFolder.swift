import Foundation

/// A small file system in memory, for tests of full disks.
enum MountedFolder {
  /// Runs a test in it, or prints that it is skipped if mounting is not permitted.
  static func with(size: String, _ test: (Command) throws -> Void) throws {
    let command = try Command()
    guard try command.shell("mount -t tmpfs -o size=\(size) tmpfs \"$PWD\"").code == 0 else {
      print("skipped: mounting a file system needs root")
      return
    }
    defer { _ = try? command.shell("umount -l '\(command.path)'") }
    try test(command)
  }
}
