import Foundation

extension Command {
  /// A training of some seconds: few images, the article's small network, checkpoints every few steps.
  static let quickTraining = [
    "reference", "train", "--quick-run", "--model", "article-cnn", "--epochs", "2", "--batch-size", "16",
    "--learning-rate", "0.01", "--weight-average", "0.99", "--checkpoint-interval", "20", "--threads", "2",
  ]

  /// Starts `mllint` and does not wait for it.
  func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try Self.binary()
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The bytes of a file below the folder.
  func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path).appending(path: name)) }

  /// A file below the folder as a JSON object.
  func object(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: try read(name)) as? [String: Any] ?? [:]
  }

  /// The lines of `metrics.jsonl`, without the times, which no two runs share.
  func metrics(_ run: String) throws -> [NSDictionary] {
    try String(decoding: read("\(run)/metrics.jsonl"), as: UTF8.self).split(separator: "\n").map { line in
      var object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      for key in ["seconds", "images_per_second"] { object[key] = nil }
      return object as NSDictionary
    }
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }
}
