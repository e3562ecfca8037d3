import LintModel
import LintSerialization

/// A position after which code ran a number of times: `[line, column, count, hasCount, isRegionEntry, isGap]`.
struct LLVMSegment {
  var line = 0
  var count = 0
  var hasCount = false
  var isRegionEntry = false
  var isGap = false

  init(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) {
    var place = 0
    try cursor.elements { cursor throws(JSONCursor.Malformed) in
      switch place {
      case 0: line = try cursor.integer() ?? 0
      case 2: count = try cursor.integer() ?? 0
      case 3: hasCount = try cursor.truth()
      case 4: isRegionEntry = try cursor.truth()
      case 5: isGap = try cursor.truth()
      default: try cursor.skip()
      }
      place += 1
    }
  }

  private var opensRegion: Bool { !isGap && hasCount && isRegionEntry }

  /// The lines that hold code, by the rules of llvm's `LineCoverageStats`: a line ran as often as the region that it
  /// begins in, or one that begins in it, whichever ran more.
  static func lines(of segments: [LLVMSegment]) -> LineCoverage {
    var result = LineCoverage()
    var wrapped: LLVMSegment?
    var index = 0
    guard var line = segments.first?.line, let last = segments.last?.line else { return result }
    while line <= last {
      let start = index
      while index < segments.count, segments[index].line <= line { index += 1 }
      let own = segments[start..<index]
      let opening = own.filter(\.opensRegion)
      let startsSkipped = own.first.map { !$0.hasCount && $0.isRegionEntry } ?? false
      let isMapped =
        !startsSkipped && ((wrapped?.hasCount ?? false) || !opening.isEmpty)
        || own.contains { $0.hasCount && $0.isRegionEntry }
      if isMapped {
        let count = opening.reduce(wrapped?.count ?? 0) { max($0, $1.count) }
        result.note(line, isReached: count > 0)
      }
      wrapped = own.last ?? wrapped
      line += 1
    }
    return result
  }
}

extension JSONCursor {
  /// Reads `true` or `false`, or 0 or 1 as old versions write; anything else is false.
  fileprivate mutating func truth() throws(Malformed) -> Bool {
    switch try peek() {
    case UInt8(ascii: "t"):
      try skip()
      return true
    case UInt8(ascii: "f"):
      try skip()
      return false
    default: return try integer() ?? 0 != 0
    }
  }
}
