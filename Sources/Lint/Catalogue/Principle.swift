/// One principle of software engineering, in the catalogue's own words, and the rules that make it explicit.
public struct Principle: Decodable, Sendable {
  public enum Kind: String, Decodable, Sendable, CaseIterable {
    /// Files show whether it is kept.
    case automatable
    /// Files show a proxy of it.
    case partly
    /// It is about people or judgement: no file shows it.
    case not
  }

  /// `P27`.
  public var id: String
  public var paraphrase: String
  public var kind: Kind
  /// The rules that encode it.
  public var rules: [String]?
  /// Rules of later versions that will.
  public var planned: [String]?
  /// Why no rule can, or none does.
  public var whyNone: String?
}

extension Principle {
  /// The rules that encode it, built or planned.
  public var allRules: [String] { (rules ?? []) + (planned ?? []) }
}
