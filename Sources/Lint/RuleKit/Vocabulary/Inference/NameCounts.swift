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
    package var isWaived = false
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
  /// Families of signatures with several of the names.
  private var mixed: [String: (surface: Surface, names: Set<String>)] = [:]

  /// Adds what one signature calls the thing: usually one name, several where the names are not synonyms.
  mutating func add(_ uses: [Use]) {
    let names = Set(uses.map(\.parameter.name))
    if let signature = uses.first?.place.signature, names.count > 1 {
      apart.insert(signature.surface)
      mixed[signature.family] = (signature.surface, names)
    }
    for use in uses { self.uses[use.parameter.name, default: []].append(use) }
  }

  /// Whether two of the names mean two things. One signature of many with both may be an alias, and says little.
  func areApart(_ name: String, _ other: String, on surfaces: Set<Surface>, among uses: Int) -> Bool {
    guard !mixed.isEmpty else { return false }
    let both = mixed.values.count {
      surfaces.contains($0.surface) && $0.names.contains(name) && $0.names.contains(other)
    }
    return both * Self.minimumMix > uses
  }

  /// One signature with both names among fewer than this tells them apart.
  private static let minimumMix = 20

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
