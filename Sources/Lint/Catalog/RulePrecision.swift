/// The rule's precision on real repositories, measured by manual review.
///
/// A page has one entry for each set of repositories: `tune`, on which the rule was tuned, and `unseen`, on which it
/// was not. Every verdict of the latter is in `docs/evidence`.
package struct RulePrecision: Decodable, Sendable {
  /// Findings read.
  package var sampled: Int
  package var correct: Int
  /// Findings that are true, but whose value is a matter of taste; each counts half.
  package var debatable: Int
  /// The month it was measured: `2026-11`.
  package var on: String
  /// The set of repositories.
  package var corpus: String
  package var note: String?

  /// From 0 to 1; nil if nothing was sampled.
  package var share: Double? {
    sampled > 0 ? (Double(correct) + Double(debatable) / 2) / Double(sampled) : nil
  }

  private enum CodingKeys: String, CodingKey {
    case sampled, `true`, correct, debatable, wrong, on, corpus, note
  }

  /// `true` is the number of correct findings where the review knew only correct and wrong ones.
  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    sampled = try keys.decode(Int.self, forKey: .sampled)
    on = try keys.decode(String.self, forKey: .on)
    corpus = try keys.decode(String.self, forKey: .corpus)
    note = try keys.decodeIfPresent(String.self, forKey: .note)
    if let correct = try keys.decodeIfPresent(Int.self, forKey: .true) {
      self.correct = correct
      debatable = 0
      return
    }
    correct = try keys.decode(Int.self, forKey: .correct)
    debatable = try keys.decode(Int.self, forKey: .debatable)
    let wrong = try keys.decode(Int.self, forKey: .wrong)
    guard correct + debatable + wrong == sampled else {
      throw DecodingError.dataCorruptedError(
        forKey: .sampled, in: keys,
        debugDescription: "\(sampled) findings were sampled, but \(correct + debatable + wrong) were judged")
    }
  }
}
