/// The rule's precision on real repositories, measured by manual review.
package struct RulePrecision: Decodable, Sendable {
  /// Findings read.
  package var sampled: Int
  /// Of them, the right ones.
  package var `true`: Int
  /// The month it was measured: `2026-11`.
  package var on: String
  /// The set of repositories.
  package var corpus: String
  package var note: String?

  /// From 0 to 1; nil if nothing was sampled.
  package var share: Double? { sampled > 0 ? Double(self.true) / Double(sampled) : nil }
}
