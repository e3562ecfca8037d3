import Foundation

extension Command {
  /// A training run of a few seconds: a data subset, the article's CNN, frequent checkpoints.
  static let quickTraining = [
    "reference", "train", "--quick-run", "--model", "article-cnn", "--epochs", "2", "--batch-size", "16",
    "--learning-rate", "0.01", "--ema-decay", "0.99", "--checkpoint-interval", "20", "--threads", "2",
  ]

  /// Starts `mllint` without waiting for it.
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

  /// The contents of a file in the working directory.
  func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path).appending(path: name)) }

  /// A JSON object in a file in the working directory.
  func object(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: try read(name)) as? [String: Any] ?? [:]
  }

  /// The lines of `metrics.jsonl` without times, which differ between runs.
  func metrics(_ run: String) throws -> [NSDictionary] {
    try String(decoding: read("\(run)/metrics.jsonl"), as: UTF8.self).split(separator: "\n").map { line in
      var object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      for key in ["seconds", "images_per_second"] { object[key] = nil }
      return object as NSDictionary
    }
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }
}
