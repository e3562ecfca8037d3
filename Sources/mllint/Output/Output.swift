import LintModel
import LintProject

#if canImport(Glibc)
  import Glibc
#endif

/// Where text goes.
enum Output {
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes to standard output. Ignores a closed pipe, but exits on any other error, such as a full disk: a truncated
  /// report must not pass for a complete one.
  static func write(_ bytes: [UInt8]) {
    do {
      try FileSystem.write(bytes, to: STDOUT_FILENO)
    } catch {
      if error.cause == .system(EPIPE) { return }
      complain("error: standard output cannot be written: \(error.reason)")
      exit(2)
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

  /// Whether colours are wanted on standard output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
