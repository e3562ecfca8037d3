import LintModel
import LintProject
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Where text goes.
enum Output {
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Why a part of standard output is lost; nil if all of it was written, or it is no longer read. Checked at exit,
  /// because a truncated report must not pass for a complete one.
  static var problem: String? {
    failure.withLock { $0 }.map { "standard output cannot be written: \($0.reason)" }
  }

  private static let failure = Mutex<FileSystem.Failure?>(nil)

  /// Writes to standard output.
  static func write(_ bytes: [UInt8]) {
    do {
      try FileSystem.write(bytes, to: STDOUT_FILENO)
    } catch {
      if error.cause != .system(EPIPE) { failure.withLock { $0 = $0 ?? error } }
    }
  }

  /// Prints a message on standard error, prefixed with the program's name.
  static func complain(_ message: String) { show("mllint: \(message)\n") }

  /// Prints text on standard error, such as progress.
  static func show(_ text: String) { try? FileSystem.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Creates or replaces a file.
  static func write(_ bytes: [UInt8], toFile path: String) throws {
    do {
      try FileSystem.write(bytes, to: path)
    } catch {
      throw Failure("'\(path)' cannot be written: \(error.reason)")
    }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether long work shows its progress: on a terminal only.
  static var isProgressShown: Bool { isatty(STDERR_FILENO) == 1 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
