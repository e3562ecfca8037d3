extension Tree {
  /// The comments that begin within a byte range; takes logarithmic time.
  public func comments(in range: Range<UInt32>) -> ArraySlice<Range<UInt32>> {
    let first = firstComment(from: range.lowerBound)
    return comments[first..<max(first, firstComment(from: range.upperBound))]
  }

  private func firstComment(from offset: UInt32) -> Int {
    var lower = 0
    var upper = comments.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if comments[middle].lowerBound < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
