/// A pattern over paths: `*` and `?` stay within a folder, `**` spans folders, `[a-z]` is one of a set, `{a,b}` is
/// either.
///
/// Matching walks the path's bytes once, going back only to the last `*` or `**`: O(path) in practice, never
/// exponential. The whole path has to match.
package struct Glob: Sendable, Hashable {
  /// The pattern as written.
  package let pattern: String
  private let alternatives: [[Token]]

  enum Token: Sendable, Hashable {
    case byte(UInt8)
    /// `?`
    case anyScalar
    /// `*`: any bytes but slashes
    case star
    /// `**/`: any number of folders, none included
    case folders
    /// `**` at the end: anything, at least one byte
    case everything
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - pattern: `*`, `?`, `[a-z]`, `**` and `{a,b}`, over the bytes of a path with forward slashes.
  ///   - hasBraces: false for gitignore files, where braces stand for themselves.
  package init(_ pattern: String, hasBraces: Bool = true) throws(GlobError) {
    self.pattern = pattern
    var compiler = GlobCompiler(hasBraces: hasBraces)
    alternatives = try compiler.compile(Array(pattern.utf8))
  }

  package func matches(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { matches($0) }
  }

  /// Matches a path given as UTF-8, without making a `String` of it.
  package func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    alternatives.contains { Self.match($0, path) }
  }

  private static func match(_ tokens: [Token], _ path: UnsafeBufferPointer<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    var token = 0
    var index = 0
    // Where to resume when a later token fails. A star cannot cross a slash and folders start at one, so the number of
    // folders between two `**` is fixed: taking the first match of what lies between is never wrong.
    var star: (token: Int, index: Int)?
    var folders: (token: Int, index: Int)?
    while true {
      if token == tokens.count, index == path.count { return true }
      if token < tokens.count {
        switch tokens[token] {
        case .star:
          star = (token + 1, index)
          token += 1
          continue
        case .folders:
          folders = (token + 1, index)
          star = nil
          token += 1
          continue
        case .everything:
          if index < path.count { return true }
        case .byte(let byte):
          if index < path.count, path[index] == byte {
            if byte == slash { star = nil }
            token += 1
            index += 1
            continue
          }
        case .anyScalar:
          if index < path.count, path[index] != slash {
            token += 1
            index += UTF8Scalar.length(path, at: index)
            continue
          }
        case .set(let ranges, let isNegated):
          if index < path.count, path[index] != slash {
            let value = UTF8Scalar.value(path, at: index)
            if ranges.contains(where: { $0.contains(value) }) != isNegated {
              token += 1
              index += UTF8Scalar.length(path, at: index)
              continue
            }
          }
        }
      }
      if let resume = star, resume.index < path.count, path[resume.index] != slash {
        star = (resume.token, resume.index + 1)
        (token, index) = (resume.token, resume.index + 1)
      } else if let resume = folders, let next = path[resume.index...].firstIndex(of: slash) {
        folders = (resume.token, next + 1)
        star = nil
        (token, index) = (resume.token, next + 1)
      } else {
        return false
      }
    }
  }
}

/// Why a pattern cannot be used.
package struct GlobError: Error, Hashable, CustomStringConvertible {
  package var description: String
}

/// Scalars in bytes that are not known to be valid UTF-8.
enum UTF8Scalar {
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var end = index + 1
    while end < bytes.count, end < index + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }

  static func value(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    let length = length(bytes, at: index)
    guard length > 1 else { return UInt32(bytes[index]) }
    let lead = UInt32(bytes[index]) & (0x7F >> UInt32(length))
    return (index + 1..<index + length).reduce(lead) { $0 << 6 | UInt32(bytes[$1] & 0x3F) }
  }
}
