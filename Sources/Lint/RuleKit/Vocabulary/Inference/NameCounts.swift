import LintModel

/// How often a distribution's signatures use each name of one concept.
///
/// Copies of one signature count once: forty layers with the same `forward` are one decision.
package struct NameCounts: Sendable {
  package typealias Surface = NamedSignature.Surface

  package struct Use: Sendable {
    package let place: PlacedSignature
    package let parameter: NamedSignature.Parameter

    package var location: Location { place.location(of: parameter) }
  }

  /// What has each name, by signature family.
  package private(set) var uses: [String: [Use]] = [:]
  /// Two of the names in one signature mean two different things there, so they are not synonyms on that surface.
  package private(set) var apart: Set<Surface> = []

  /// Adds what one signature calls the thing: usually one name, several where the names are not synonyms.
  mutating func add(_ parameters: [NamedSignature.Parameter], of place: PlacedSignature) {
    if Set(parameters.map(\.name)).count > 1 { apart.insert(place.signature.surface) }
    for parameter in parameters {
      uses[parameter.name, default: []].append(Use(place: place, parameter: parameter))
    }
  }

  /// The families of signatures that have each name, the name of most first.
  package func ranked(on surfaces: Set<Surface> = Set(Surface.allCases)) -> [(name: String, families: [String: [Use]])]
  {
    uses.mapValues { uses in
      Dictionary(
        grouping: uses.lazy.filter { surfaces.contains($0.place.signature.surface) }, by: \.place.signature.family)
    }.filter { !$0.value.isEmpty }.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
      .map { ($0.key, $0.value) }
  }
}
