import LintModel
import LintProject

#if canImport(Glibc)
  import Glibc
#endif

/// Where text goes.
enum Output {
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes to standard output; stops without a word where nobody reads any more.
  static func write(_ bytes: [UInt8]) { _ = write(bytes, to: STDOUT_FILENO) }

  /// Says something on standard error, under the program's name.
  static func complain(_ message: String) { _ = write(Array("mllint: \(message)\n".utf8), to: STDERR_FILENO) }

  /// Shows text on standard error as it is, such as progress.
  static func show(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes a file anew.
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

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        written += count
      }
      return true
    }
  }
}
