import Reference

/// Sets up a training run and takes one step without writing anything.
struct DryRun {
  private let configuration: TrainingConfiguration
  private let data: TrainingData

  init(_ configuration: TrainingConfiguration, _ data: TrainingData) {
    self.configuration = configuration
    self.data = data
  }

  func run() throws {
    var text = try configuration.text()
    text +=
      "\(data.training.count) training, \(data.validation?.count ?? 0) validation and \(data.test.count) test images, "
    text += "\(data.test.height)×\(data.test.width), \(data.test.classNames.count) classes\n"
    if configuration.model != NearestNeighbors.modelName {
      let network = try configuration.makeNetwork(for: data.training)
      let trainer = Trainer(network, data: data, configuration: configuration)
      text += "\(NumberFormat.count(network.parameterCount, "parameter")), "
      text += "\(NumberFormat.count(network.multiplyAdds, "multiply-add")) per image\n"
      let step = try trainer.step()
      text += "step 1 of \(trainer.totalSteps): loss \(step.loss)\n"
    }
    text += "dry run: nothing was written\n"
    if let attribution = data.attribution { text += attribution + "\n" }
    Output.write(text)
  }
}
