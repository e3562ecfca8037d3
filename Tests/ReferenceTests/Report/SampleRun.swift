import Foundation

/// A synthetic training run; all its metrics derive from a few parameters.
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
      "ema_decay": 0, "shift": 2, "cutout": 0, "rotation": 0, "scale": 0, "validation_size": 6000, "threads": 2,
      "kernel": "avx512", "version": "0.1.0",
    ]
  }

  var result: [String: Any] {
    [
      "dataset": dataset, "model": model, "recipe": "default", "seed": seed, "epochs": epochs,
      "best_epoch": epochs - 1, "validation_accuracy": validationAccuracy(epochs - 1), "test_accuracy": testAccuracy,
      "test_loss": 0.0713, "parameters": 72666, "multiply_adds": 7_338_880, "seconds": 413.7,
      "images_per_second": 1958.4,
      "finished_at": "2026-11-28T16:00:07Z", "class_names": classNames, "confusion": confusion,
    ]
  }

  /// Counts that match the test accuracy, with some pairs of classes confused more often than others.
  private var confusion: [[Int]] {
    let size = classNames.count
    let images = testImages / size
    var matrix = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for label in 0..<size { matrix[label][label] = images }
    var wrong = Int(((1 - testAccuracy) * Double(images * size)).rounded())
    var state = seed
    while wrong > 0 {
      state = (state * 1_103_515_245 + 12345) & 0x7fff_ffff
      let label = state >> 8 % size
      let predicted = (label * 3 + 1 + (state >> 16) % 3 * ((state >> 20) % 4)) % size
      let count = min(wrong, 1 + (state >> 12) % (1 + label))
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

  /// An image of three curved strokes.
  private func glyph(_ number: Int) -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: side * side)
    for stroke in 0..<3 {
      for step in 0..<60 {
        let angle = Double(step) / 60 * (2 + Double((number + stroke) % 3)) + Double(number * 5 + stroke * 2)
        let radius = Double(side) * (0.12 + 0.1 * Double((number * 3 + stroke * 5) % 4))
        let x = Double(side) / 2 + radius * cos(angle) + Double(stroke - 1) * 3
        let y = Double(side) / 2 + radius * sin(angle) * 1.1
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
          "validation_loss": 0.02 + 1.6 * (1 - validationAccuracy(epoch)),
          "validation_accuracy": validationAccuracy(epoch),
          "images_per_second": 1950 + 20 * sin(Double(epoch)), "seconds": 27.6 * Double(epoch),
        ]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One-cycle schedule: warm-up for a quarter of the steps, then cosine annealing.
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

  private func validationAccuracy(_ epoch: Int) -> Double {
    let noise = 0.002 * sin(Double(epoch * 5 + seed * 3)) * exp(-0.1 * Double(epoch))
    let late = epoch == epochs ? 0.0004 : 0
    let difficulty = (1 - testAccuracy) / 0.019
    return 1 - 0.09 * difficulty * exp(-0.28 * Double(epoch)) - 0.0078 * difficulty + noise - late
  }

  private func json(_ value: Any) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]), as: UTF8.self)
  }
}
