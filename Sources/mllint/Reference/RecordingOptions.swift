import ArgumentParser
import Foundation
import Reference

/// How a run is done and what is written of it: nothing that its weights depend on.
struct RecordingOptions: ParsableArguments {
  @Option(help: "The folder of all runs.")
  var output = "runs"

  @Option(help: "What the run's folder is called; by default after data set, model, recipe and seed.")
  var name: String?

  @Option(help: "Threads that share the work; by default one for each processor. Results do not depend on it.")
  var threads: Int?

  @Option(help: "Steps between checkpoints, beside the one of every epoch; 0 for none.")
  var checkpointInterval: Int?

  @Flag(help: "Write the trained model as model.onnx too.")
  var onnx = false

  @Flag(help: "Write no TensorBoard events.")
  var noTensorboard = false

  @Flag(help: "Write no offline run of Weights & Biases.")
  var noWandb = false

  func validate() throws {
    guard let name, name.isEmpty || name.hasPrefix(".") || name.contains("/") else { return }
    throw ValidationError(
      "--name takes the name of a folder below --output, without '/' and no '.' first; found '\(name)'")
  }

  /// What was given, under the names that it was given by.
  var overrides: [Override] {
    [
      .set("--threads", \.threads, threads ?? ProcessInfo.processInfo.activeProcessorCount, freeOnResume: true),
      .set("--checkpoint-interval", \.checkpointInterval, checkpointInterval, freeOnResume: true),
      .set("--onnx", \.onnx, onnx ? true : nil, freeOnResume: true),
      .set("--no-tensorboard", \.tensorboard, noTensorboard ? false : nil, freeOnResume: true),
      .set("--no-wandb", \.wandb, noWandb ? false : nil, freeOnResume: true),
    ].compactMap { $0 }
  }
}
