#if canImport(Glibc)
  import Glibc
#endif

/// The source as UTF-8, followed by padding, and the errors found while decoding it.
struct DecodedSource {
  var bytes: UnsafeMutablePointer<UInt8>
  var count: Int
  /// Where the text begins: 3 after a byte order mark, otherwise 0.
  var start: Int
  var encoding: SourceEncoding
  var errors: [ParseError] = []

  /// Copies a file's bytes and decodes them according to byte order mark and cookie, unless they are known to be UTF-8.
  init(_ input: UnsafeBufferPointer<UInt8>, isUTF8: Bool = false) {
    let hasMark = input.count >= 3 && input[0] == 0xEF && input[1] == 0xBB && input[2] == 0xBF
    encoding = .utf8
    start = hasMark ? 3 : 0
    let cookie = SourceCookie(input, from: start)
    if let cookie {
      if let named = SourceEncoding(cookie: cookie.name) {
        if hasMark && !cookie.namesUTF8Fully {
          errors.append(
            ParseError(
              range: cookie.range, message: "expected encoding utf-8 after a byte order mark, found '\(cookie.name)'"))
        } else if !isUTF8 {
          encoding = named
        }
      } else {
        errors.append(ParseError(range: cookie.range, message: "unknown encoding '\(cookie.name)'"))
      }
    }
    let isASCII = DecodedSource.isASCII(input)
    if isASCII || encoding == .utf8 || encoding == .ascii {
      count = input.count
      bytes = .allocate(capacity: count + Parser.padding)
      if let base = input.baseAddress { bytes.update(from: base, count: count) }
      if !isASCII { checkUTF8() }
    } else {
      count = 0
      bytes = .allocate(capacity: input.count * 3 + Parser.padding)
      transcode(input)
    }
    (bytes + count).update(repeating: 0, count: Parser.padding)
    checkZeroBytes()
  }

  private static func isASCII(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = input.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var offset = 0
    var seen: UInt64 = 0
    while offset + 32 <= input.count {
      seen |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      seen |= raw.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
      seen |= raw.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self)
      seen |= raw.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self)
      offset &+= 32
    }
    while offset < input.count {
      seen |= UInt64(input[offset])
      offset += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  /// Python rejects null bytes. They are kept, so that offsets stay the same, and reported once.
  private mutating func checkZeroBytes() {
    guard let found = memchr(bytes, 0, count) else { return }
    report(UnsafeRawPointer(found) - UnsafeRawPointer(bytes), 1, "expected source text, found a null byte")
  }

  mutating func report(_ offset: Int, _ length: Int, _ message: String) {
    let start = UInt32(truncatingIfNeeded: offset)
    errors.append(ParseError(range: start..<start + UInt32(length), message: message))
  }
}
