import LintSerialization

/// One principle of software engineering, paraphrased, and the rules that make it explicit.
package struct Principle: Decodable, Sendable {
  package enum Kind: String, Decodable, Sendable, CaseIterable {
    /// Files show whether it is kept.
    case automatable
    /// Files show a proxy of it.
    case partly
    /// It is about people or judgment, so no file shows it.
    case not
  }

  /// `P27`.
  package var id: String
  package var paraphrase: String
  package var kind: Kind
  /// The rules that encode it.
  package var rules: [String]?
  /// Rules of later versions that will.
  package var planned: [String]?
  /// Why no rule can, or none does.
  package var whyNone: String?
  /// Rules that were considered and rejected, each with the reason.
  package var declined: OrderedMapping<String>?
}

extension Principle {
  /// The rules that encode it, built or planned.
  package var allRules: [String] { (rules ?? []) + (planned ?? []) }

  /// The paraphrase on one line.
  package var line: String { Self.oneLine(paraphrase) }

  static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Principle.Kind {
  /// The heading of the principles of this kind.
  package var heading: String {
    switch self {
    case .automatable: "Can be checked in files"
    case .partly: "Can be checked in part"
    case .not: "Cannot be checked in files"
    }
  }
}
