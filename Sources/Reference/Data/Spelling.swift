/// Suggests the closest known name for a misspelled one.
enum Spelling {
  /// The candidate with the smallest edit distance to `word`, or nil if none is close.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let ranked = candidates.map { (candidate: $0, edits: edits(from: word.lowercased(), to: $0)) }
    let best = ranked.min { $0.edits < $1.edits }
    return best.flatMap { $0.edits <= max(2, $0.candidate.count / 3) ? $0.candidate : nil }
  }

  /// The Levenshtein distance.
  private static func edits(from first: String, to second: String) -> Int {
    let letters = Array(second)
    var row = Array(0...letters.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in letters.indices {
        let substituted = diagonal + (letters[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
      }
    }
    return row[letters.count]
  }
}
