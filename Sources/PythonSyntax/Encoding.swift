/// The encodings a Python file may declare that this parser reads.
@frozen
public enum SourceEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case ascii = "ascii"
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"
  case windows1252 = "cp1252"

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
    case "latin-9", "latin9", "l9", "iso-8859-15", "iso8859-15", "iso-8859-15-unix", "iso-latin-9":
      self = .latin9
    case "cp1252", "windows-1252", "1252":
      self = .windows1252
    default:
      return nil
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

  /// Copies a file's bytes and decodes them by mark and cookie.
  init(_ input: UnsafeBufferPointer<UInt8>) {
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
        } else {
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
    var offset = 0
    let raw = UnsafeRawPointer(bytes)
    while offset < count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if Bytewise.zeros(word) != 0 {
        while bytes[offset] != 0 { offset += 1 }
        if offset < count { report(offset, 1, "expected source text, found a zero byte") }
        return
      }
      offset += 8
    }
  }

  private mutating func report(_ offset: Int, _ length: Int, _ message: String) {
    let start = UInt32(truncatingIfNeeded: offset)
    errors.append(ParseError(range: start..<start + UInt32(length), message: message))
  }

  /// Reports the first byte that is not UTF-8 and replaces all of them by question marks, so that offsets stay.
  private mutating func checkUTF8() {
    var offset = 0
    var hasReported = false
    while offset < count {
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

  /// Writes the input's characters, each one byte of an encoding of the Latin family, as UTF-8.
  private mutating func transcode(_ input: UnsafeBufferPointer<UInt8>) {
    for byte in input {
      let value = scalar(byte)
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

  private mutating func scalar(_ byte: UInt8) -> UInt32 {
    switch encoding {
    case .latin9:
      switch byte {
      case 0xA4: return 0x20AC
      case 0xA6: return 0x160
      case 0xA8: return 0x161
      case 0xB4: return 0x17D
      case 0xB8: return 0x17E
      case 0xBC: return 0x152
      case 0xBD: return 0x153
      case 0xBE: return 0x178
      default: return UInt32(byte)
      }
    case .windows1252 where byte >= 0x80 && byte < 0xA0:
      let value = DecodedSource.windowsControls[Int(byte) - 0x80]
      if value == 0 {
        report(count, 1, "expected \(encoding.rawValue) text, found byte 0x\(String(byte, radix: 16))")
        return 0xFFFD
      }
      return value
    default:
      return UInt32(byte)
    }
  }

  /// The characters of code page 1252 from 0x80 to 0x9F; 0 where it has none.
  private static let windowsControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
  ]
}
