/// A name that counts something: `num_layers`, `n_layers` and `layer_count` count layers, each with another affix.
package struct CountName: Hashable, Sendable {
  package enum Affix: String, Codable, Sendable, CaseIterable {
    case num, n, nb, count, numberOf, numOf
    case numSuffix

    /// How a name with it looks: `num_…`.
    package var pattern: String {
      switch self {
      case .num: "num_…"
      case .n: "n_…"
      case .nb: "nb_…"
      case .count: "…_count"
      case .numberOf: "number_of_…"
      case .numOf: "num_of_…"
      case .numSuffix: "…_num"
      }
    }
  }

  package var affix: Affix
  /// What is counted, in the singular and in snake case: `attention_head`.
  package var noun: String

  /// Reads a canonical name (`Name.canonical`); nil if it has no count affix, or nothing but one.
  package init?(canonical: String) {
    guard !CountName.terms.contains(canonical) else { return nil }
    if canonical.utf8.first == UInt8(ascii: "n"),
      let (prefix, affix) = CountName.prefixes.first(where: { canonical.hasPrefix($0.0) })
    {
      self.affix = affix
      noun = CountName.singular(String(canonical.dropFirst(prefix.count)))
    } else if let (suffix, affix) = CountName.suffixes.first(where: { canonical.hasSuffix($0.0) }) {
      self.affix = affix
      noun = CountName.singular(String(canonical.dropLast(suffix.count)))
    } else {
      return nil
    }
    if noun.isEmpty { return nil }
  }

  private static let prefixes: [(String, Affix)] = [
    ("number_of_", .numberOf), ("num_of_", .numOf), ("num_", .num), ("nb_", .nb), ("n_", .n),
  ]
  private static let suffixes: [(String, Affix)] = [("_count", .count), ("_num", .numSuffix)]

  /// The singular of the last word of a noun: `classes` is `class`, `boxes` is `box`, `bias` stays.
  package static func singular(_ noun: String) -> String {
    if let irregular = irregulars.first(where: { noun == $0.key || noun.hasSuffix("_" + $0.key) }) {
      return noun.dropLast(irregular.key.count) + irregular.value
    }
    if ["ss", "us", "is", "as"].contains(where: noun.hasSuffix) { return noun }
    if noun.hasSuffix("ies"), noun.count > 4 { return noun.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes", "zes"].contains(where: noun.hasSuffix) { return String(noun.dropLast(2)) }
    return noun.hasSuffix("s") && noun.count > 1 ? String(noun.dropLast()) : noun
  }

  /// The plural of the last word of a noun, where it is a regular one or one of a few others.
  static func plural(_ noun: String) -> String {
    if let irregular = irregulars.first(where: { noun == $0.value || noun.hasSuffix("_" + $0.value) }) {
      return noun.dropLast(irregular.value.count) + irregular.key
    }
    if noun.hasSuffix("y"), !["ay", "ey", "oy"].contains(where: noun.hasSuffix) { return noun.dropLast() + "ies" }
    return noun + (["s", "x", "ch", "sh", "z"].contains(where: noun.hasSuffix) ? "es" : "s")
  }

  /// "n-step returns", "n-grams": terms of the field that count nothing.
  private static let terms: Set<String> = [
    "n_step", "n_gram", "n_grams", "n_way", "n_shot", "n_fold", "n_best", "n_ary",
  ]

  private static let irregulars = [
    "epochs": "epoch",
    "indices": "index", "vertices": "vertex", "matrices": "matrix", "children": "child", "axes": "axis",
    "series": "series", "sizes": "size", "aliases": "alias", "biases": "bias", "batches": "batch",
  ]
}
