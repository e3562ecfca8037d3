import Foundation

/// A Python environment with the third-party tools that read our files: `MLLINT_PYTHON`, or the one that
/// scripts/peer-environment.sh creates.
enum PeerPython {
  static let path: String? = {
    if let path = ProcessInfo.processInfo.environment["MLLINT_PYTHON"] { return path }
    let package = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
    let created = "\(package)/.build/peers/bin/python"
    return FileManager.default.isExecutableFile(atPath: created) ? created : nil
  }()

  static var isAvailable: Bool { path != nil }
  static let missing = "no Python with the third-party tools: run scripts/peer-environment.sh, or set MLLINT_PYTHON"

  /// Runs a script.
  /// - Parameter script: the path of the script below Tests/ReferenceTests.
  static func run(_ script: String, _ arguments: [String]) throws -> Program.Result {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Program.run(path ?? "", [tests.appending(path: script).path()] + arguments)
  }
}
