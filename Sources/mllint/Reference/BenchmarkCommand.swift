import ArgumentParser
import Foundation
import Reference

struct BenchmarkCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure how many images a second each network learns from on this machine.",
    discussion: """
      Every step goes forwards and backwards through random images of 28 × 28 and moves the weights. \
      Benchmarks/reference_speed.py times PyTorch beside it.
      """)

  @Argument(help: "The networks to time: \(ModelCatalogue.names.joined(separator: ", ")). Default: all.")
  var models: [String] = []

  @Option(help: "How many threads share the work.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "How many images each step takes.")
  var batchSize = 128

  @Option(help: "How long each network is timed.")
  var seconds = 3.0

  @Option(help: "The innermost loops: avx512, avx2 or baseline. Default: the fastest that this processor runs.")
  var kernel: String?

  @Option(help: "Write it as text or json.")
  var outputFormat: Format = .text

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads takes a whole number from 1 on, found \(threads)") }
    if batchSize < 1 { throw ValidationError("--batch-size takes a whole number from 1 on, found \(batchSize)") }
    if !(seconds > 0) { throw ValidationError("--seconds takes a number above 0, found \(seconds)") }
  }

  func run() throws {
    let workers = Workers(count: threads, processor: try chosenProcessor())
    let speeds = try ReferenceFailure.explained {
      try (models.isEmpty ? ModelCatalogue.names : models).map {
        try TrainingSpeed.measure($0, batchSize: batchSize, seconds: seconds, workers: workers)
      }
    }
    switch outputFormat {
    case .text:
      Output.write("kernels \(workers.processor.name), \(threads) threads, batches of \(batchSize)\n")
      for speed in speeds {
        let name = speed.model.padding(toLength: 12, withPad: " ", startingAt: 0)
        Output.write(
          "\(name) \(String(format: "%10.0f", speed.imagesPerSecond)) images/s, \(speed.parameterCount) parameters, "
            + "\(speed.multiplyAdds) multiply-adds\n")
      }
    case .json:
      let records = speeds.map { speed -> [String: Any] in
        [
          "model": speed.model, "parameters": speed.parameterCount, "multiply_adds": speed.multiplyAdds,
          "images_per_second": speed.imagesPerSecond,
        ]
      }
      let data = try JSONSerialization.data(withJSONObject: records, options: [.sortedKeys])
      Output.write(String(decoding: data, as: UTF8.self) + "\n")
    }
  }

  private func chosenProcessor() throws -> Processor {
    guard let kernel else { return .fastest }
    guard let processor = Processor(named: kernel) else {
      throw ValidationError(
        "this processor cannot run the loops '\(kernel)'; choose avx512, avx2 or baseline, or leave it out")
    }
    return processor
  }
}
