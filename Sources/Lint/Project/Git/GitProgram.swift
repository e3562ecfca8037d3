#if canImport(Glibc)
  @preconcurrency import Glibc
#endif

/// Runs the `git` program of the machine, which alone knows every kind of repository.
package struct GitProgram {
  /// How a run ended.
  package struct Result {
    package var status: Int32
    package var output: [UInt8]
    var errors: String

    package var text: String { String(decoding: output, as: UTF8.self).trimmed }
  }

  /// The folder that git is asked about.
  let folder: String

  package init(folder: String) { self.folder = folder }

  /// Runs git and waits for it.
  ///
  /// - Parameter input: What it reads from standard input.
  /// - Throws: Where git cannot be started.
  package func run(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> Result {
    // Files for what goes in and for what it complains of, so that nobody waits for a full pipe.
    guard let standardInput = Self.scratchFile(input), let complaints = Self.scratchFile([]) else {
      throw GitError("git cannot be run: no temporary file can be made")
    }
    defer {
      close(standardInput)
      close(complaints)
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw GitError("git cannot be run: \(Self.reason(errno))") }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = (["git", "-C", folder] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, "git", &actions, nil, &words, environ)
    close(ends[1])
    guard failure == 0 else {
      throw GitError(
        failure == ENOENT
          ? "git is not installed, or not on the PATH; install it, or compare two folders"
          : "git cannot be run: \(Self.reason(failure))")
    }
    let output = (try? FileSystem.drain(ends[0])) ?? []
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    lseek(complaints, 0, SEEK_SET)
    let errors = (try? FileSystem.drain(complaints, limit: 1 << 16)) ?? []
    // The upper byte of a status is the exit code; the lower seven bits a signal.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Result(status: code, output: output, errors: String(decoding: errors, as: UTF8.self).trimmed)
  }

  /// A file without a name that holds some bytes, ready to be read from its start.
  private static func scratchFile(_ bytes: [UInt8]) -> Int32? {
    var template = Array("/tmp/mllint-git-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)).lowercased() }
}

/// Why a state of the repository cannot be read: what is wrong, and what to do.
package struct GitError: Error, Sendable, CustomStringConvertible {
  package var description: String
  init(_ description: String) { self.description = description }
}
