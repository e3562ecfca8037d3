/// The source encodings that the parser supports.
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

  /// The encoding of a name in a coding cookie; nil if it is not supported.
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
  /// A file's bytes as UTF-8: converted if its cookie names another encoding, otherwise unchanged.
  ///
  /// Offsets into the result are valid in the tree that ``Tree/parse(utf8:)`` makes from it.
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
