#if canImport(Glibc)
  import Glibc
#endif

/// The encodings a Python file may declare that this parser reads.
@frozen
public enum SourceEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case ascii = "ascii"
  case latin1 = "iso-8859-1"
  case latin2 = "iso-8859-2"
  case cyrillic = "iso-8859-5"
  case greek = "iso-8859-7"
  case latin5 = "iso-8859-9"
  case latin9 = "iso-8859-15"
  case windows1250 = "cp1250"
  case windows1251 = "cp1251"
  case windows1252 = "cp1252"
  case koi8r = "koi8-r"
  case koi8u = "koi8-u"

  /// Finds an encoding by its name in a coding cookie; nil if it is not one that can be read.
  public init?(cookie: String) {
    let name = cookie.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
    switch String(name) {
    case "utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001", "utf-8-sig", "utf8-sig", "utf-8-unix",
      "utf-8-dos", "utf-8-mac":
      self = .utf8
    case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "ansi-x3-4-1968", "iso646-us", "cp367", "ibm367", "us":
      self = .ascii
    case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "iso-ir-100", "8859", "cp819", "ibm819",
      "iso8859", "iso-8859-1-unix", "latin-1-unix", "iso-latin-1", "iso-latin-1-unix", "iso-8859-1-dos":
      self = .latin1
    case "iso-8859-2", "iso8859-2", "latin-2", "latin2", "l2": self = .latin2
    case "iso-8859-5", "iso8859-5", "cyrillic": self = .cyrillic
    case "iso-8859-7", "iso8859-7", "greek", "greek8": self = .greek
    case "iso-8859-9", "iso8859-9", "latin-5", "latin5", "l5": self = .latin5
    case "iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9", "iso-8859-15-unix": self = .latin9
    case "cp1250", "windows-1250", "1250": self = .windows1250
    case "cp1251", "windows-1251", "1251": self = .windows1251
    case "cp1252", "windows-1252", "1252": self = .windows1252
    case "koi8-r": self = .koi8r
    case "koi8-u": self = .koi8u
    default:
      return nil
    }
  }
}

extension SourceEncoding {
  /// A file's bytes as UTF-8: transcoded where its cookie names another encoding, else as they are.
  ///
  /// Offsets into the result are those of a tree made from it by `Tree.parse(utf8:)`.
  public static func utf8(of bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { input in
      guard let cookie = SourceCookie(input, from: 0), let named = SourceEncoding(cookie: cookie.name),
        named != .utf8, named != .ascii
      else { return bytes }
      let decoded = DecodedSource(input)
      defer { decoded.bytes.deallocate() }
      return Array(UnsafeBufferPointer(start: decoded.bytes, count: decoded.count))
    }
  }
}

/// The source as UTF-8 with padding after it, and what was wrong with the bytes it came from.
struct DecodedSource {
  var bytes: UnsafeMutablePointer<UInt8>
  var count: Int
  /// 3 after a byte order mark, else 0.
  var start: Int
  var encoding: SourceEncoding
  var errors: [ParseError] = []

  /// Copies a file's bytes and decodes them by mark and cookie, unless they are known to be UTF-8.
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

  /// Python takes no zero bytes. They are kept, so that offsets stay, and reported once.
  private mutating func checkZeroBytes() {
    guard let found = memchr(bytes, 0, count) else { return }
    report(UnsafeRawPointer(found) - UnsafeRawPointer(bytes), 1, "expected source text, found a zero byte")
  }

  private mutating func report(_ offset: Int, _ length: Int, _ message: String) {
    let start = UInt32(truncatingIfNeeded: offset)
    errors.append(ParseError(range: start..<start + UInt32(length), message: message))
  }

  /// Reports the first byte that is not UTF-8 and replaces all of them by question marks, so that offsets stay.
  private mutating func checkUTF8() {
    var offset = 0
    var hasReported = false
    let raw = UnsafeRawPointer(bytes)
    while offset < count {
      while offset &+ 8 <= count,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
      }
      guard offset < count else { break }
      let length = encoding == .ascii && bytes[offset] >= 0x80 ? 0 : sequenceLength(offset)
      if length > 0 {
        offset += length
        continue
      }
      if !hasReported {
        let found = "0x" + String(bytes[offset], radix: 16)
        report(offset, 1, "expected \(encoding.rawValue) text, found byte \(found)")
        hasReported = true
      }
      bytes[offset] = UInt8(ascii: "?")
      offset += 1
    }
  }

  /// The length of the well-formed UTF-8 sequence at an offset, or 0.
  private func sequenceLength(_ offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 { return 1 }
    func continues(_ step: Int) -> Bool { offset + step < count && bytes[offset + step] & 0xC0 == 0x80 }
    guard continues(1) else { return 0 }
    let second = bytes[offset + 1]
    switch first {
    case 0xC2...0xDF: return 2
    case 0xE0...0xEF:
      if !continues(2) || (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) { return 0 }
      return 3
    case 0xF0...0xF4:
      if !continues(2) || !continues(3) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) {
        return 0
      }
      return 4
    default: return 0
    }
  }

  /// Writes the input's characters, each one byte of a one-byte encoding, as UTF-8.
  private mutating func transcode(_ input: UnsafeBufferPointer<UInt8>) {
    let scalars = encoding.scalars
    for byte in input {
      let value = scalars[Int(byte)]
      if value == 0xFFFD {
        report(count, 3, "expected \(encoding.rawValue) text, found byte 0x\(String(byte, radix: 16))")
      }
      if value < 0x80 {
        append(UInt8(value))
      } else if value < 0x800 {
        append(UInt8(0xC0 | value >> 6))
        append(UInt8(0x80 | value & 0x3F))
      } else {
        append(UInt8(0xE0 | value >> 12))
        append(UInt8(0x80 | value >> 6 & 0x3F))
        append(UInt8(0x80 | value & 0x3F))
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }
}
