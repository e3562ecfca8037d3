import ArgumentParser
import Reference

struct BenchmarkCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure training throughput (images/s) on this machine.",
    discussion: """
      Each step is a forward pass, a backward pass and an SGD update on a batch of random 28×28 images. \
      Benchmarks/reference_speed.py compares the result with PyTorch.
      """)

  @Argument(help: "Models to measure: \(ModelCatalog.names.joined(separator: ", ")). (default: all)")
  var models: [String] = []

  @Option(help: "Number of threads.")
  var threads = Workers.availableProcessors

  @Option(help: "Mini-batch size.")
  var batchSize = 128

  @Option(help: "Duration of the measurement per model, in seconds.")
  var seconds = 3.0

  @Option(help: "Kernel variant: avx512, avx2 or baseline. (default: the fastest that the processor supports)")
  var kernel: String?

  @Option(help: "Output format.")
  var outputFormat: Format = .text

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads must be at least 1, found \(threads)") }
    if batchSize < 1 { throw ValidationError("--batch-size must be at least 1, found \(batchSize)") }
    if !(seconds > 0) { throw ValidationError("--seconds must be greater than 0, found \(seconds)") }
  }

  func run() throws {
    let workers = Workers(count: threads, kernelVariant: try selectedVariant())
    let speeds = try ReferenceFailure.explained {
      try (models.isEmpty ? ModelCatalog.names : models).map {
        try TrainingSpeed.measure($0, batchSize: batchSize, seconds: seconds, workers: workers)
      }
    }
    switch outputFormat {
    case .text:
      Output.write("kernels \(workers.kernelVariant.name), threads \(threads), batch size \(batchSize)\n")
      for speed in speeds {
        let name = speed.model + Self.spaces(12 - speed.model.count)
        let throughput = NumberFormat.rounded(speed.imagesPerSecond)
        Output.write(
          "\(name) \(Self.spaces(10 - throughput.count))\(throughput) images/s, "
            + "\(NumberFormat.count(speed.parameters, "parameter")), "
            + "\(NumberFormat.count(speed.multiplyAdds, "multiply-add")) per image\n")
      }
    case .json: Output.write(try TrainingSpeed.json(speeds))
    }
  }

  private func selectedVariant() throws -> KernelVariant {
    guard let kernel else { return .fastest }
    guard let variant = KernelVariant(named: kernel) else {
      throw ValidationError(
        "kernel '\(kernel)' is not supported here; choose avx512, avx2 or baseline, or omit --kernel")
    }
    return variant
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
