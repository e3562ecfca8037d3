@preconcurrency import Glibc

/// A child process started with posix_spawn(3), with standard input from /dev/null.
public struct ChildProcess {
  private let identifier: pid_t
  /// The read end of a pipe from the child's standard output; nil if the output is inherited.
  let output: Int32?
  /// The read end of a pipe from the child's standard error; nil if the output is inherited.
  let errors: Int32?

  /// Starts a program.
  /// - Parameters:
  ///   - program: a path, or a name to look up in `PATH`.
  ///   - arguments: the arguments without the program itself.
  ///   - capturesOutput: whether standard output and error go to pipes, which the caller must read and close.
  /// - Returns: nil if the program cannot be started.
  public init?(_ program: String, _ arguments: [String], capturesOutput: Bool = false) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let pipes = capturesOutput ? [Self.makePipe(), Self.makePipe()].compactMap { $0 } : []
    guard pipes.count == (capturesOutput ? 2 : 0) else { return nil }
    for (pipe, target) in zip(pipes, [STDOUT_FILENO, STDERR_FILENO]) {
      posix_spawn_file_actions_adddup2(&actions, pipe.writing, target)
    }
    // This program ignores SIGPIPE; a child should die when nobody reads its output.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var identifier = pid_t()
    let status = posix_spawnp(&identifier, program, &actions, &attributes, &words, environ)
    for pipe in pipes { close(pipe.writing) }
    guard status == 0 else {
      for pipe in pipes { close(pipe.reading) }
      return nil
    }
    self.identifier = identifier
    (output, errors) = (pipes.first?.reading, pipes.last?.reading)
  }

  /// Waits until the process has ended.
  /// - Returns: its exit code, or 128 plus the number of the signal that killed it.
  public func waitForExit() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// A pipe whose ends are closed in child processes.
  private static func makePipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
