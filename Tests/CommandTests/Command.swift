import Foundation

/// A folder of files in which the real binary runs.
final class Command: Sendable {
  struct Result: Sendable {
    var code: Int32
    var output: String
    var errors: String
    /// True if a signal ended it: a crash, or the time limit.
    var wasKilled = false

    /// The output as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
  }

  let path: String

  init(_ files: [String: String] = [:]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mllint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path()
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Runs `mllint` with arguments, without this environment's settings for colors and build servers.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Result {
    try run(arguments, input: input, environment: environment)
  }

  /// The same with computed arguments.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:], limit: Double = 600)
    throws -> Result
  {
    try execute(try Self.binary(), arguments, input: input, environment: environment, limit: limit)
  }

  /// Runs a shell script, in which `$MLLINT` is the binary.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Result {
    try execute(
      URL(filePath: "/bin/sh"), ["-c", script],
      environment: environment.merging(["MLLINT": try Self.binary().path()]) { $1 })
  }

  private func execute(
    _ program: URL, _ arguments: [String], input: String = "", environment: [String: String], limit: Double = 600
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    var variables = ProcessInfo.processInfo.environment
    for name in ["GITHUB_ACTIONS", "NO_COLOR"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    // Files rather than pipes: a full pipe would block both sides.
    let folder = FileManager.default.temporaryDirectory.appending(path: "mllint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    for file in files { try Data(file.lastPathComponent == "in" ? input.utf8 : "".utf8).write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    let watchdog = DispatchWorkItem { [pid = process.processIdentifier] in kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: watchdog)
    process.waitUntilExit()
    watchdog.cancel()
    return Result(
      code: process.terminationStatus, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }

  /// The binary of the environment's `MLLINT`, or the one built with this test.
  static func binary() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["MLLINT"] { return URL(filePath: path) }
    let places = [CommandLine.arguments[0]] + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    for place in places {
      var folder = URL(filePath: place).deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appending(path: "mllint")
        if FileManager.default.isExecutableFile(atPath: candidate.path()) { return candidate }
        folder = folder.deletingLastPathComponent()
      }
    }
    throw MissingBinary(searched: places)
  }

  struct MissingBinary: Error { var searched: [String] }
}
