/// How the type of a Swift parameter changed, judged by its text.
enum SwiftTypes {
  enum Relation { case same, wider, other }

  static func relation(of new: String, to old: String) -> Relation {
    let (new, old) = (plain(new), plain(old))
    if new == old { return .same }
    // `T` with a clause and `some P` are two ways to write one thing; what `T` has to be stands elsewhere.
    if isPlaceholder(new) || isPlaceholder(old) { return .same }
    if new == old + "?" { return .wider }
    if new.hasSuffix("?"), old.hasSuffix("?") {
      return relation(of: String(new.dropLast()), to: String(old.dropLast()))
    }
    // A concrete type gave way to whatever conforms; that the old one does is the usual reason to do so.
    if new.hasPrefix("some") || new.hasPrefix("any") || new.hasPrefix("(some") || new.hasPrefix("(any") {
      return old.hasPrefix("some") || old.hasPrefix("any") ? .other : .wider
    }
    return .other
  }

  /// Whether two defaults are the same: `nil` and `[Int]?.none` are.
  static func isSameDefault(_ left: String, _ right: String) -> Bool {
    func plain(_ value: String) -> String { value.hasSuffix("?.none") ? "nil" : ApiText.normalized(value) }
    return plain(left) == plain(right)
  }

  private static func plain(_ type: String) -> String {
    ["@escaping", "@Sendable", "@MainActor", "sending", "borrowing", "consuming", "__owned"].reduce(type) {
      $0.replacing($1 + " ", with: "")
    }.filter { !$0.isWhitespace }.split(separator: ".", omittingEmptySubsequences: false).enumerated()
      .reduce(into: "") { result, part in
        // `MLX.DType` and `DType` are one; what is before the dot is dropped.
        if part.offset > 0, !part.element.isEmpty, result.last?.isLetter == true {
          while let last = result.last, last.isLetter || last.isNumber || last == "_" { result.removeLast() }
        }
        result += (part.offset > 0 && part.element.isEmpty ? "." : "") + part.element
      }
  }

  /// A type made of a name such as `T` or `U1`, which a generic clause explains.
  private static func isPlaceholder(_ type: String) -> Bool {
    type.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { word in
      word.count <= 2 && word.first?.isUppercase == true
        && word.dropFirst().allSatisfy { $0.isUppercase || $0.isNumber }
    }
  }
}
