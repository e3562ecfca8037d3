@_spi(RawSyntax) import SwiftSyntax

/// Bounds the time of swift-syntax's lexer, which scans the rest of a file for the end of some constructs, each
/// time that one begins.
struct LexicalWork {
  /// Bytes searched: two seconds at most.
  private static let maximum = 1 << 30
  private static let maximumSigns = 255

  private var searched = 0

  /// Whether a file holds so many conflict markers and regular expressions of several lines, or so many `#` in a row,
  /// that reading its tokens would take long.
  static func isExcessive(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var searches = 0
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "#")) {
      offset = start + 1
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
      if offset - start > maximumSigns { return true }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "/") { searches += 1 }
    }
    for sign in [UInt8(ascii: "<"), UInt8(ascii: ">")] { searches += conflictMarkers(of: sign, in: bytes) }
    return searches > maximum / max(bytes.count, 1)
  }

  /// Runs of four or more of a sign at the start of a line.
  private static func conflictMarkers(of sign: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: sign) {
      offset = start + 1
      while offset < bytes.count, bytes[offset] == sign { offset += 1 }
      if offset - start >= 4, start == 0 || isLineEnd(bytes[start - 1]) { count += 1 }
    }
    return count
  }

  /// Notes a token; a curly quote makes the lexer look for its counterpart.
  mutating func isExceeded(by token: SyntaxText, bytesLeft: Int) -> Bool {
    guard token.first == 0xE2 else { return false }
    searched += bytesLeft
    return searched > Self.maximum
  }
}
