import LintModel

/// How often a distribution's signatures use each name of one concept.
///
/// Copies of one signature count once: forty layers with the same `forward` are one decision.
package struct NameCounts: Sendable {
  package typealias Surface = NamedSignature.Surface

  package struct Use: Sendable {
    package let place: PlacedSignature
    package let parameter: NamedSignature.Parameter
    /// Whether it surely means the concept.
    package var isCertain = true
    /// True if it counts, but has a reason for its name.
    package var isExcused = false
    /// Libraries whose classes its class extends.
    package var frameworks: Set<String> = []
    /// Those of them that give the thing this name.
    package var conventions: Set<String> = []

    package var location: Location { place.location(of: parameter) }
  }

  /// What has each name, by signature family.
  package private(set) var uses: [String: [Use]] = [:]
  /// Two of the names in one signature mean two different things there, so they are not synonyms on that surface.
  package private(set) var apart: Set<Surface> = []

  /// Adds what one signature calls the thing: usually one name, several where the names are not synonyms.
  mutating func add(_ uses: [Use]) {
    if let first = uses.first, Set(uses.map(\.parameter.name)).count > 1 {
      apart.insert(first.place.signature.surface)
    }
    for use in uses { self.uses[use.parameter.name, default: []].append(use) }
  }

  mutating func add(_ parameters: [NamedSignature.Parameter], of place: PlacedSignature) {
    add(parameters.map { Use(place: place, parameter: $0) })
  }

  /// The families of signatures that have each name, the name of most first.
  ///
  /// - Parameter isCertain: True if uses that only may mean the concept are left out.
  package func ranked(
    on surfaces: Set<Surface> = Set(Surface.allCases), isCertain: Bool = false
  ) -> [(name: String, families: [String: [Use]])] {
    uses.mapValues { uses in
      Dictionary(
        grouping: uses.lazy.filter {
          surfaces.contains($0.place.signature.surface) && ($0.isCertain || !isCertain)
        }, by: \.place.signature.family)
    }.filter { !$0.value.isEmpty }.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
      .map { ($0.key, $0.value) }
  }
}
