import LintModel

/// Names for what planters add: each site has its own, so that two plants do not excuse each other.
enum PlantedName {
  /// In snake case, or in camel case for Swift.
  static func make(at offset: UInt32, in file: SourceFile) -> String {
    let hash = IdentifierSet.hash("\(file.reference.projectPath)\n\(offset)".utf8)
    let first = adjectives[Int(hash % UInt64(adjectives.count))]
    let second = nouns[Int((hash >> 20) % UInt64(nouns.count))]
    return file.language == .swift ? first + second.capitalizedFirst : "\(first)_\(second)"
  }

  private static let adjectives = [
    "ambient", "brisk", "coarse", "dense", "eager", "faint", "gentle", "hollow", "inner", "joint", "keen", "lateral",
    "mellow", "nested", "outer", "plain", "quiet", "rough", "sparse", "tidy", "upper", "vivid", "warm",
  ]
  private static let nouns = [
    "lookback", "backoff", "cutoff", "overlap", "horizon", "leeway", "handover", "spillage", "turnover", "headroom",
    "slack", "runway", "cadence", "reserve", "foothold", "drift", "tether", "margin", "quota",
  ]
}
