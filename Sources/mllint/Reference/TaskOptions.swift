import ArgumentParser
import Reference

/// What is trained on what, and how much of it.
struct TaskOptions: ParsableArguments {
  @Option(help: "The data set: \(DatasetCatalogue.names.joined(separator: ", ")).")
  var dataset: String?

  @Option(help: "The folder that holds the data set; by default MLLINT_DATA. Not needed for brush-strokes.")
  var data: String?

  @Option(help: "The model: \(ModelCatalogue.names.joined(separator: ", ")) or \(NearestNeighbours.modelName).")
  var model: String?

  @Option(help: "What the other values begin with: \(Recipe.summaries).")
  var recipe: String?

  @Flag(help: "Use 6,000 training and 1,000 test images only.")
  var quickRun = false

  /// What was given, under the names that it was given by.
  var overrides: [Override] {
    [
      .set("--dataset", \.dataset, dataset),
      .set("--data", \.data, folder, freeOnResume: true),
      .set("--model", \.model, model),
      .set("--recipe", \.recipe, recipe),
      .set("--quick-run", \.quickRun, quickRun ? true : nil),
    ].compactMap { $0 }
  }

  /// The folder of the data, if one was named.
  private var folder: String?? { (data ?? Output.environment("MLLINT_DATA")).map { .some($0) } }

  /// The values of the recipe for the data set that was asked for; a name that is no recipe's is found by `check`.
  var startingPoint: TrainingConfiguration {
    (recipe.flatMap(Recipe.named) ?? .quick).configuration(dataset: dataset ?? DatasetCatalogue.embedded)
  }
}
