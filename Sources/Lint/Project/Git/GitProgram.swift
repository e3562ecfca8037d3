#if canImport(Glibc)
  @preconcurrency import Glibc
#endif

/// Runs `git`. Every call of git in mllint goes through this type.
///
/// A hostile repository can make git run programs through its `.git/config`. Therefore mllint uses only commands that do
/// not inspect the work tree (filters, fsmonitor), print diffs (external diff, textconv) or verify signatures, and turns
/// off everything else that could start a program.
package struct GitProgram {
  /// How a run ended.
  package struct Result {
    package var status: Int32
    package var output: [UInt8]
    var errors: String

    package var text: String { String(decoding: output, as: UTF8.self).trimmed }
  }

  /// Limit on the output of one run in bytes: a few crafted objects can expand to an endless listing.
  static let maximumOutput = 1 << 30

  /// Global options, given before every command.
  private static let options = [
    "--no-pager", "--no-optional-locks", "--literal-pathspecs",
    // A folder in the work tree that is laid out like a bare repository would bring its own configuration.
    "-c", "safe.bareRepository=explicit",
    "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false",
    "-c", "protocol.allow=never", "-c", "core.sshCommand=false", "-c", "core.gitProxy=false",
    "-c", "credential.helper=", "-c", "core.askPass=false", "-c", "gpg.program=false", "-c", "diff.external=false",
  ]
  private static let variables = [
    // Fetching the missing objects of a partial clone can run a program named in the configuration. Git before 2.39.4
    // ignores the first variable; the second one allows no protocol and overrides every `protocol.*.allow`.
    "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "GIT_TERMINAL_PROMPT": "0",
    // Error messages are matched in English.
    "LC_ALL": "C",
  ]

  /// The folder that git is asked about.
  let folder: String

  package init(folder: String) { self.folder = folder }

  /// Runs git and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: The command and what follows it.
  ///   - input: What it reads from standard input.
  /// - Throws: If git cannot be started, or its output exceeds the limit.
  package func run(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> Result {
    // Files for input and errors, so that neither side can block on a full pipe.
    let standardInput = try Self.scratchFile(input)
    defer { close(standardInput) }
    let errorOutput = try Self.scratchFile([])
    defer { close(errorOutput) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw GitError("git cannot be run: \(Self.reason(errno))") }
    defer { close(ends[0]) }
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try start(arguments, [standardInput, ends[1], errorOutput], closing: ends)
    }
    let output = try? FileSystem.read(ends[0], limit: Self.maximumOutput)
    if output == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard let output else {
      throw GitError(
        "'git \(arguments[0])' produced more than \(Self.maximumOutput >> 20) MB; compare two folders instead")
    }
    lseek(errorOutput, 0, SEEK_SET)
    let errors = (try? FileSystem.prefix(of: errorOutput, 1 << 16)) ?? []
    // The upper byte of a status is the exit code; the lower seven bits a signal.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Result(status: code, output: output, errors: String(decoding: errors, as: UTF8.self).trimmed)
  }

  private func start(
    _ arguments: [String], _ descriptors: [Int32], closing ends: [Int32]
  ) throws(GitError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    var words: [UnsafeMutablePointer<CChar>?] =
      (["git"] + Self.options + ["-C", folder] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var variables: [UnsafeMutablePointer<CChar>?] = Self.environment().map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, "git", &actions, nil, &words, &variables)
    guard failure == 0 else {
      throw GitError(
        failure == ENOENT
          ? "git is not installed, or not on the PATH; install it, or compare two folders"
          : "git cannot be run: \(Self.reason(failure))")
    }
    return process
  }

  /// The environment of this process with our variables.
  private static func environment() -> [String] {
    var entries: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if variables[String(text.prefix { $0 != "=" })] == nil { entries.append(text) }
      next += 1
    }
    return entries + variables.map { "\($0.key)=\($0.value)" }
  }

  private static func scratchFile(_ bytes: [UInt8]) throws(GitError) -> Int32 {
    do {
      return try FileSystem.openScratchFile(bytes)
    } catch {
      throw GitError("git cannot be run because a temporary file cannot be written: \(error.reason)")
    }
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)).lowercased() }
}
