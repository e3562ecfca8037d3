extension Tree {
  /// The range of an expression including its outermost parentheses, if it has any.
  ///
  /// Takes logarithmic time. The parentheses of a tuple, generator or call are part of the node itself.
  public func parenthesizedRange(of node: Node) -> Range<UInt32> {
    guard node.isParenthesized else { return node.range }
    var range = node.range
    var lower = 0
    var upper = groups.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if groups[middle].upperBound <= range.upperBound { lower = middle + 1 } else { upper = middle }
    }
    while lower < groups.count, onlyTriviaBetween(groups[lower], range) {
      range = groups[lower]
      lower += 1
    }
    return range
  }

  /// Whether a group contains only the inner range, whitespace and comments.
  private func onlyTriviaBetween(_ group: Range<UInt32>, _ inner: Range<UInt32>) -> Bool {
    guard group.lowerBound < inner.lowerBound, group.upperBound > inner.upperBound else { return false }
    return isTrivia(group.lowerBound + 1..<inner.lowerBound) && isTrivia(inner.upperBound..<group.upperBound - 1)
  }

  private func isTrivia(_ range: Range<UInt32>) -> Bool {
    let bytes = source
    var cursor = Int(range.lowerBound)
    while cursor < Int(range.upperBound) {
      switch bytes[cursor] {
      case UInt8(ascii: "#"):
        while cursor < bytes.count, bytes[cursor] != UInt8(ascii: "\n"), bytes[cursor] != UInt8(ascii: "\r") {
          cursor += 1
        }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 12, UInt8(ascii: "\\"):
        cursor += 1
      default:
        return false
      }
    }
    return true
  }
}
