/// What a validation plants.
package struct ValidationOptions: Sendable {
  /// Chooses the sites: the same seed chooses the same ones.
  package var seed: UInt64 = 0
  /// Maximum number of flaws planted by each planter.
  package var sites = 12
  /// Rules to validate; all that run where empty.
  package var rules: Set<String> = []
  /// Whether each flaw is planted in a run of its own, so that every new finding is known to be its doing.
  package var plantsOneByOne = false

  package init() {}
}
