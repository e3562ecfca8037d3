/// "Did you mean" suggestions: the known name closest to a misspelled one.
public enum Suggestion {
  /// The nearest candidate, if it is close enough: at most a third of the letters differ.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(normalized(name))
    guard !letters.isEmpty else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(normalized(candidate))
      let limit = max(1, max(letters.count, other.count) / 3)
      let distance = distance(letters, other)
      guard distance <= limit, distance < other.count else { continue }
      if best == nil || (distance, candidate) < (best?.distance ?? 0, best?.candidate ?? "") {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  /// The candidate that a name is the beginning of, word by word: `commit_arrive` for `commit`, `F1Score` for `F1`;
  /// nil if there are several.
  public static func extended(_ name: String, among candidates: some Sequence<String>) -> String? {
    guard let last = name.last, name.count > 1 else { return nil }
    var found: String?
    for candidate in candidates where candidate.hasPrefix(name) {
      guard let next = candidate.dropFirst(name.count).first,
        next == "_" || next.isUppercase && !last.isUppercase && name.first?.isUppercase == true
      else { continue }
      if found != nil { return nil }
      found = candidate
    }
    return found
  }

  /// Case, hyphens and underscores are what people mix up first: they cost nothing.
  private static func normalized(_ name: String) -> [UInt8] {
    Array(Name.canonical(name).utf8)
  }

  /// Letters to insert, delete, replace or swap with their neighbor. O(left * right).
  public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
