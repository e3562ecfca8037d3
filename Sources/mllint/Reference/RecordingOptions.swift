import ArgumentParser
import Reference

/// The options that affect how a run is executed and recorded, but not its results.
struct RecordingOptions: ParsableArguments {
  @Option(help: "Parent of the run directories.")
  var output = "runs"

  @Option(help: "Name of the run directory. (default: DATASET-MODEL-RECIPE-seedSEED)")
  var name: String?

  @Option(help: "Number of threads; does not affect the results. (default: number of processors)")
  var threads: Int?

  @Option(help: "Steps between checkpoints, in addition to one per epoch; 0 disables them.")
  var checkpointInterval: Int?

  @Flag(help: "Export the trained model as model.onnx.")
  var onnx = false

  @Flag(help: "Disable TensorBoard logging.")
  var noTensorboard = false

  @Flag(help: "Disable Weights & Biases logging (offline).")
  var noWandb = false

  func validate() throws {
    guard let name, name.isEmpty || name.hasPrefix(".") || name.contains("/") else { return }
    throw ValidationError("--name must be a directory name without '/' or a leading '.', found '\(name)'")
  }

  /// The given options.
  var overrides: [Override] {
    [
      .set("--threads", \.threads, threads ?? Workers.availableProcessors, allowedOnResume: true),
      .set("--checkpoint-interval", \.checkpointInterval, checkpointInterval, allowedOnResume: true),
      .set("--onnx", \.onnx, onnx ? true : nil, allowedOnResume: true),
      .set("--no-tensorboard", \.tensorboard, noTensorboard ? false : nil, allowedOnResume: true),
      .set("--no-wandb", \.wandb, noWandb ? false : nil, allowedOnResume: true),
    ].compactMap { $0 }
  }
}
