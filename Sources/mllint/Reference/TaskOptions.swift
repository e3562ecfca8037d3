import ArgumentParser
import Reference

/// The options that select the data, the model and the recipe.
struct TaskOptions: ParsableArguments {
  @Option(help: "Dataset: \(DatasetCatalog.names.joined(separator: ", ")). (default: \(DatasetCatalog.builtIn))")
  var dataset: String?

  @Option(help: "Dataset directory; not needed for \(DatasetCatalog.builtIn). (default: $MLLINT_DATA)")
  var data: String?

  @Option(
    help: """
      Model: \(ModelCatalog.summaries); \(NearestNeighbors.modelName) (k-nearest neighbors). (default: from the recipe)
      """)
  var model: String?

  @Option(help: "Preset that supplies the default hyperparameters: \(Recipe.summaries).")
  var recipe: String?

  @Flag(help: "Use a subset of 6,000 training and 1,000 test images.")
  var quickRun = false

  /// The given options.
  var overrides: [Override] {
    [
      .set("--dataset", \.dataset, dataset),
      .set("--data", \.data, directory, allowedOnResume: true),
      .set("--model", \.model, model),
      .set("--recipe", \.recipe, recipe),
      .set("--quick-run", \.quickRun, quickRun ? true : nil),
    ].compactMap { $0 }
  }

  /// The dataset directory, if given.
  private var directory: String?? { (data ?? Output.environment("MLLINT_DATA")).map { .some($0) } }

  /// The configuration of the recipe for the dataset; `validate` reports an unknown recipe.
  var baseConfiguration: TrainingConfiguration {
    (recipe.flatMap(Recipe.named) ?? .standard).configuration(dataset: dataset ?? DatasetCatalog.builtIn)
  }
}
