/// A name that counts something: `num_layers`, `n_layers` and `layer_count` count layers, each with another affix.
public struct CountName: Hashable, Sendable {
  public enum Affix: String, Codable, Sendable, CaseIterable {
    case num, n, nb, count, numberOf, numOf
    case numSuffix
  }

  public var affix: Affix
  /// What is counted, in the singular and in snake case: `attention_head`.
  public var noun: String

  /// Reads a canonical name (`Name.canonical`); nil where it has no count affix, or nothing but one.
  public init?(canonical: String) {
    let prefixes: [(String, Affix)] = [
      ("number_of_", .numberOf), ("num_of_", .numOf), ("num_", .num), ("nb_", .nb), ("n_", .n),
    ]
    let suffixes: [(String, Affix)] = [("_count", .count), ("_num", .numSuffix)]
    if let (prefix, affix) = prefixes.first(where: { canonical.hasPrefix($0.0) }) {
      self.affix = affix
      noun = CountName.singular(String(canonical.dropFirst(prefix.count)))
    } else if let (suffix, affix) = suffixes.first(where: { canonical.hasSuffix($0.0) }) {
      self.affix = affix
      noun = CountName.singular(String(canonical.dropLast(suffix.count)))
    } else {
      return nil
    }
    if noun.isEmpty { return nil }
  }

  /// The singular of the last word of a noun: `classes` is `class`, `boxes` is `box`, `bias` stays.
  public static func singular(_ noun: String) -> String {
    if let irregular = irregulars.first(where: { noun == $0.key || noun.hasSuffix("_" + $0.key) }) {
      return noun.dropLast(irregular.key.count) + irregular.value
    }
    if ["ss", "us", "is", "as"].contains(where: noun.hasSuffix) { return noun }
    if noun.hasSuffix("ies"), noun.count > 4 { return noun.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes", "zes"].contains(where: noun.hasSuffix) { return String(noun.dropLast(2)) }
    return noun.hasSuffix("s") && noun.count > 1 ? String(noun.dropLast()) : noun
  }

  private static let irregulars = [
    "indices": "index", "vertices": "vertex", "matrices": "matrix", "children": "child", "axes": "axis",
    "series": "series", "sizes": "size", "aliases": "alias", "biases": "bias", "batches": "batch",
  ]
}
