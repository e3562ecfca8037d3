import LintModel
import LintSourceText

/// What one signature calls the concepts of a vocabulary.
struct ConceptUses {
  private(set) var uses: [Vocabulary.Candidate: [NameCounts.Use]] = [:]

  init(_ place: PlacedSignature, _ vocabulary: Vocabulary, _ project: ProjectIndex) {
    let signature = place.signature
    var frameworks: Set<String>?
    for parameter in signature.parameters {
      for candidate in vocabulary[parameter.name] {
        let concept = vocabulary.concepts[candidate.concept]
        let others = concept.names[candidate.set].filter { $0 != parameter.name }
        // An option with two spellings accepts both words.
        if signature.surface != .parameters, others.contains(where: parameter.passedAs.contains) { continue }
        let answer = ConditionTest(parameter, in: signature).answer(concept.conditions)
        guard answer != .no else { continue }
        let known = frameworks ?? Self.frameworks(of: place, in: project)
        frameworks = known
        var use = NameCounts.Use(place: place, parameter: parameter, isCertain: answer == .yes)
        // A body that makes an `image` of its `img` tells the two apart.
        use.isWaived =
          others.contains(where: signature.assigned.contains) || Self.mirrors(concept, parameter, place)
        use.frameworks = known
        use.conventions = known.filter { concept.conventions?[$0] == parameter.name }
        uses[candidate, default: []].append(use)
      }
    }
  }

  /// Whether an axis follows another library: `torch_sum(x, dim)`, or `np.sum(x, axis=axis)` among torch's functions.
  private static func mirrors(
    _ concept: Concept, _ parameter: NamedSignature.Parameter, _ place: PlacedSignature
  ) -> Bool {
    guard concept.conditions?.meaning == .axis, let conventions = concept.conventions else { return false }
    let signature = place.signature
    let words = Set(
      Name.words(of: signature.function) + Name.words(of: signature.owner ?? "")
        + place.file.module.split(separator: ".").flatMap { Name.words(of: String($0)) })
    let libraries = conventions.filter { $0.value == parameter.name }.keys
    return libraries.contains { library in
      words.contains(Substring(library))
        || signature.libraries.contains(library) && parameter.passedAs.contains(parameter.name)
    }
  }

  /// The libraries whose classes the owner of a method extends, as the conventions of concepts call them.
  private static func frameworks(of place: PlacedSignature, in project: ProjectIndex) -> Set<String> {
    guard let owner = place.signature.owner,
      let entry = project.types[owner]?.first(where: { $0.module == place.file.module })
    else { return [] }
    let bases = entry.bases + project.ancestors(of: owner, module: place.file.module).flatMap(\.bases)
    return Set(
      bases.compactMap { base in
        switch base.home?.split(separator: ".").first {
        case "torch", "lightning", "pytorch_lightning": "torch"
        case "keras", "tensorflow", "tf_keras": "keras"
        case "sklearn": "sklearn"
        case "transformers": "huggingface"
        case "jax", "flax", "haiku", "equinox": "jax"
        case "mlx": "mlx"
        default: nil
        }
      })
  }
}
