import Foundation
import Reference

/// Does all that a training does up to its first step, and writes nothing.
struct DryRun {
  private let configuration: TrainingConfiguration
  private let data: TrainingData

  init(_ configuration: TrainingConfiguration, _ data: TrainingData) {
    self.configuration = configuration
    self.data = data
  }

  func run() throws {
    var text = try configuration.text()
    text += "training \(data.training.count), hold-out \(data.holdout?.count ?? 0), test \(data.test.count) images of "
    text += "\(data.test.height) x \(data.test.width), \(data.test.classNames.count) classes\n"
    if configuration.model != NearestNeighbours.modelName {
      let network = try configuration.makeNetwork(for: data.training)
      let trainer = Trainer(network, data: data, configuration: configuration)
      text += "\(network.parameterCount) parameters, \(network.multiplyAdds) multiply-adds an image\n"
      let step = try trainer.step()
      text += "one step of \(trainer.totalSteps): loss \(step.loss)\n"
    }
    text += "nothing was written\n"
    if let attribution = data.attribution { text += attribution + "\n" }
    Output.write(text)
  }
}
