import Foundation

/// Runs another program of the machine.
enum Program {
  struct Result {
    var status: Int32
    /// What it said, errors included.
    var output: String
  }

  static func run(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}

/// The Python with the tools that users open our files with: `MLLINT_PYTHON`, or what scripts/peer-environment.sh makes.
enum PeerPython {
  static let path: String? = {
    if let named = ProcessInfo.processInfo.environment["MLLINT_PYTHON"] { return named }
    let package = URL(filePath: #filePath).pathComponents.dropLast(5).joined(separator: "/").dropFirst()
    let made = "\(package)/.build/peers/bin/python"
    return FileManager.default.isExecutableFile(atPath: made) ? made : nil
  }()

  static var isThere: Bool { path != nil }
  static let missing = "no Python with the users' tools: run scripts/peer-environment.sh, or set MLLINT_PYTHON"

  /// Runs a script that lies beside the tests.
  /// - Returns: what the script printed; it fails by an exit code.
  static func run(_ script: String, _ arguments: [String]) throws -> Program.Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: script).path()
    return try Program.run(path ?? "", [file] + arguments)
  }
}
