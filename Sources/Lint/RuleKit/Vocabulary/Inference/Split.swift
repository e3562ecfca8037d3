extension NameCounts {
  /// One name's share when no name leads.
  package struct Share: Sendable {
    /// As it is written.
    package let text: String
    package let uses: Int
    package let examples: [Use]
  }

  /// The names of a thing that a project has not decided on, most frequent first; nil if it has, where there is too
  /// little to say so, or where each name has a part of the project to itself.
  ///
  /// - Parameter minimumShare: The minimum share of uses for a name to lead.
  package func split(minimumShare: Double) -> [Share]? {
    let ranked = ranked(on: [.parameters]).map { name in
      // What others prescribe is not a choice of this project.
      (name: name.name, families: name.families.filter { $0.value.contains(where: Self.isChoice) })
    }.filter { !$0.families.isEmpty }.sorted { ($0.families.count, $1.name) > ($1.families.count, $0.name) }
    let uses = ranked.reduce(0) { $0 + $1.families.count }
    guard apart.isDisjoint(with: [.parameters]), ranked.count > 1, uses >= Self.minimumUses,
      Double(ranked[0].families.count) < minimumShare * Double(uses), ranked[1].families.count >= Self.minimumSecond,
      !Self.packages(of: ranked[0].families).isDisjoint(with: Self.packages(of: ranked[1].families))
    else { return nil }
    return ranked.map { name in
      let examples = Self.examples(name.families.values.flatMap(\.self))
      return Share(text: examples.first?.parameter.text ?? name.name, uses: name.families.count, examples: examples)
    }
  }

  /// Fewer say little about a project.
  private static let minimumUses = 10
  /// A second name with fewer is a slip.
  private static let minimumSecond = 5

  private static func isChoice(_ use: Use) -> Bool {
    use.place.signature.isPublic && use.place.signature.publication == .none
  }

  private static func packages(of families: [String: [Use]]) -> Set<String> {
    Set(families.values.joined().map { VocabularyEntry.Usage.package(of: $0.place.file) })
  }
}
