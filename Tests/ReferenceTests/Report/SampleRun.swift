import Foundation

/// A folder of run folders in a temporary place, with the values that a real training of KMNIST would leave.
final class SampleRuns {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mllint-runs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a whole run and returns its folder.
  @discardableResult
  func write(_ run: SampleRun) throws -> URL {
    for (name, text) in try run.files() { try write(text, to: "\(run.name)/\(name)") }
    return folder.appending(path: run.name)
  }

  func write(_ text: String, to path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }
}

/// What a training run would have written; every value follows from the few that are set here.
struct SampleRun {
  var name = "2026-11-28-cheap"
  var model = "cheap"
  var dataset = "kmnist"
  var seed = 1
  var epochs = 15
  var finishedEpochs: Int?
  var learningRate = 0.1
  var testAccuracy = 0.9812
  var testImages = 10_000
  var classNames = ["お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"]
  var side = 28

  private static let stepsPerEpoch = 422

  func files() throws -> [String: String] {
    var files = ["configuration.json": try json(configuration), "metrics.jsonl": try metrics()]
    if finishedEpochs == nil {
      files["result.json"] = try json(result)
      files["mistakes.json"] = try json(mistakes)
    }
    return files
  }

  var configuration: [String: Any] {
    [
      "dataset": dataset, "data": "/data/\(dataset)", "model": model, "recipe": "default", "seed": seed,
      "epochs": epochs, "batch_size": 128, "optimizer": "sgd", "learning_rate": learningRate, "momentum": 0.9,
      "nesterov": true, "schedule": "one-cycle", "warmup": 0.25, "weight_decay": 0.0005, "label_smoothing": 0,
      "weight_average": 0, "shift": 2, "cutout": 0, "rotation": 0, "scale": 0, "holdout": 6000, "threads": 2,
      "kernel": "avx512", "version": "0.1.0",
    ]
  }

  var result: [String: Any] {
    [
      "dataset": dataset, "model": model, "recipe": "default", "seed": seed, "epochs": epochs,
      "best_epoch": epochs - 1, "holdout_accuracy": holdoutAccuracy(epochs - 1), "test_accuracy": testAccuracy,
      "test_loss": 0.0713, "parameters": 72666, "multiply_adds": 7_338_880, "seconds": 413.7,
      "images_per_second": 1958.4,
      "finished": "2026-11-28T16:00:07Z", "class_names": classNames, "confusion": confusion,
    ]
  }

  /// Counts that come to the test accuracy, with some pairs of classes confused more than others.
  private var confusion: [[Int]] {
    let size = classNames.count
    let images = testImages / size
    var matrix = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for label in 0..<size { matrix[label][label] = images }
    var wrong = Int(((1 - testAccuracy) * Double(images * size)).rounded())
    var place = seed
    while wrong > 0 {
      place = (place * 1_103_515_245 + 12345) & 0x7fff_ffff
      let label = place >> 8 % size
      let predicted = (label * 3 + 1 + (place >> 16) % 3 * ((place >> 20) % 4)) % size
      let count = min(wrong, 1 + (place >> 12) % (1 + label))
      guard label != predicted, matrix[label][label] > count else { continue }
      matrix[label][predicted] += count
      matrix[label][label] -= count
      wrong -= count
    }
    return matrix
  }

  private var mistakes: [[String: Any]] {
    (0..<48).map { number in
      let label = number * 7 % classNames.count
      return [
        "index": 97 + number * 201, "label": label, "predicted": (label + 1 + number % 4) % classNames.count,
        "confidence": 0.9998 - 0.004 * Double(number), "height": side, "width": side,
        "pixels": Data(glyph(number)).base64EncodedString(),
      ]
    }
  }

  /// A few round strokes, as bright as ink is dark.
  private func glyph(_ number: Int) -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: side * side)
    for stroke in 0..<3 {
      for step in 0..<60 {
        let angle = Double(step) / 60 * (2 + Double((number + stroke) % 3)) + Double(number * 5 + stroke * 2)
        let reach = Double(side) * (0.12 + 0.1 * Double((number * 3 + stroke * 5) % 4))
        let x = Double(side) / 2 + reach * cos(angle) + Double(stroke - 1) * 3
        let y = Double(side) / 2 + reach * sin(angle) * 1.1
        for row in max(0, Int(y) - 1)...min(side - 1, Int(y) + 1) {
          for column in max(0, Int(x) - 1)...min(side - 1, Int(x) + 1) {
            let distance = (Double(row) - y) * (Double(row) - y) + (Double(column) - x) * (Double(column) - x)
            pixels[row * side + column] = max(pixels[row * side + column], UInt8(255 * max(0, 1 - distance / 2.2)))
          }
        }
      }
    }
    return pixels
  }

  private func metrics() throws -> String {
    var lines: [String] = []
    for epoch in 1...max(1, finishedEpochs ?? epochs) {
      let last = epoch * Self.stepsPerEpoch
      for step in stride(from: last - Self.stepsPerEpoch + 50, to: last, by: 50) {
        let noise = 1 + 0.2 * sin(Double(step * step + seed))
        lines.append(
          try json([
            "kind": "step", "epoch": epoch, "step": step, "learning_rate": rate(step),
            "loss": trainingLoss(Double(step) / Double(Self.stepsPerEpoch)) * noise,
          ]))
      }
      lines.append(
        try json([
          "kind": "epoch", "epoch": epoch, "step": last, "learning_rate": rate(last),
          "training_loss": trainingLoss(Double(epoch) - 0.5), "training_accuracy": trainingAccuracy(epoch),
          "holdout_loss": 0.02 + 1.6 * (1 - holdoutAccuracy(epoch)), "holdout_accuracy": holdoutAccuracy(epoch),
          "images_per_second": 1950 + 20 * sin(Double(epoch)), "seconds": 27.6 * Double(epoch),
        ]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One cycle: up in a quarter of the steps, down along a cosine in the rest.
  private func rate(_ step: Int) -> Double {
    let progress = Double(step) / Double(epochs * Self.stepsPerEpoch)
    return progress < 0.25
      ? learningRate * (0.04 + 0.96 * progress / 0.25) : learningRate * 0.5 * (1 + cos(.pi * (progress - 0.25) / 0.75))
  }

  private func trainingLoss(_ epoch: Double) -> Double {
    1.4 * exp(-1.1 * epoch) + 0.28 * (1 - testAccuracy) / 0.019 * exp(-0.16 * epoch) * (1 + 0.02 * Double(seed)) - 0.012
      * epoch / Double(epochs)
  }

  private func trainingAccuracy(_ epoch: Int) -> Double { max(0.1, 1 - 0.3 * trainingLoss(Double(epoch) - 0.5)) }

  private func holdoutAccuracy(_ epoch: Int) -> Double {
    let wobble = 0.002 * sin(Double(epoch * 5 + seed * 3)) * exp(-0.1 * Double(epoch))
    let late = epoch == epochs ? 0.0004 : 0
    let difficulty = (1 - testAccuracy) / 0.019
    return 1 - 0.09 * difficulty * exp(-0.28 * Double(epoch)) - 0.0078 * difficulty + wobble - late
  }

  private func json(_ value: Any) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]), as: UTF8.self)
  }
}
