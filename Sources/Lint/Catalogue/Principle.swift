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
  /// Rules that were thought of and left out, each with the reason.
  public var declined: OrderedMapping<String>?
}

extension Principle {
  /// The rules that encode it, built or planned.
  public var allRules: [String] { (rules ?? []) + (planned ?? []) }

  /// The paraphrase on one line.
  public var line: String { Self.oneLine(paraphrase) }

  static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Principle.Kind {
  /// The heading of the principles of this kind.
  public var heading: String {
    switch self {
    case .automatable: "Files show whether they are kept"
    case .partly: "Files show a part of them"
    case .not: "No file shows them"
    }
  }
}
