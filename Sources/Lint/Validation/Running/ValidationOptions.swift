/// What a validation plants.
package struct ValidationOptions: Sendable {
  /// Chooses the sites: the same seed chooses the same ones.
  package var seed: UInt64 = 0
  /// Maximum number of flaws planted by each planter.
  package var sites = 12
  /// Rules to validate; all that run where empty.
  package var rules: Set<String> = []
  /// Whether each flaw gets its own run, so that every new finding can be attributed to it.
  package var plantsOneByOne = false

  package init() {}
}
