import LintModel
import LintRuleKit

/// A parameter name with all its uses in public signatures of one distribution: one decision, to be changed everywhere.
struct SharedParameter {
  struct Use {
    let place: PlacedSignature
    let parameter: NamedSignature.Parameter

    var location: Location { place.location(of: parameter) }
  }

  let name: String
  let uses: [Use]

  /// The names by distribution, each with its uses in public signatures whose names the project chose itself.
  static func all(
    in facts: [FileFacts<NamedSignature>], _ project: ProjectIndex
  ) -> [(distribution: String, parameters: [SharedParameter])] {
    Dictionary(grouping: facts, by: \.file.distribution).sorted { $0.key < $1.key }.map { distribution, files in
      var uses: [String: [Use]] = [:]
      for file in files.firstParty {
        for signature in file.facts where signature.isPublic && signature.publication == .none {
          let place = PlacedSignature(file: file.file, signature: signature)
          guard !place.isForeign(in: project) else { continue }
          for parameter in signature.parameters {
            uses[parameter.name, default: []].append(Use(place: place, parameter: parameter))
          }
        }
      }
      let parameters = uses.sorted { $0.key < $1.key }.map { SharedParameter(name: $0.key, uses: $0.value) }
      return (distribution, parameters)
    }
  }
}

extension FindingCollector {
  /// Reports a name once, at its first use, with a few of the others as evidence.
  mutating func add(_ message: Message, on uses: [SharedParameter.Use], confidence: Double? = nil) {
    guard let first = uses.first else { return }
    let others = uses.dropFirst().prefix(4).map { Evidence("'\($0.parameter.text)' here too", at: $0.location) }
    add(
      message, at: first.location, symbol: first.place.signature.symbol, related: Array(others),
      confidence: confidence)
  }
}
