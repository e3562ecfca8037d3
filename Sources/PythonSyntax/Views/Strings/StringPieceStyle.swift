/// The prefix and quotes of a literal: the payload of ``StringPiece`` and ``FormattedPiece`` nodes.
@frozen
public struct StringPieceStyle: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The bits with the number of prefix letters.
  public static let prefixMask = StringPieceStyle(rawValue: 3)
  /// Three quotes on each side.
  public static let triple = StringPieceStyle(rawValue: 4)
  /// The prefix `r`: backslashes are literal.
  public static let raw = StringPieceStyle(rawValue: 8)
  /// The prefix `b`.
  public static let bytes = StringPieceStyle(rawValue: 16)
  /// The prefix `f`.
  public static let formatted = StringPieceStyle(rawValue: 32)
  /// The prefix `t`.
  public static let template = StringPieceStyle(rawValue: 64)
  /// The prefix `u`.
  public static let unicode = StringPieceStyle(rawValue: 128)

  /// The number of letters before the quotes.
  @inlinable
  public var prefixLength: Int { Int(rawValue & 3) }

  /// The number of quotes on each side.
  @inlinable
  public var quoteLength: Int { contains(.triple) ? 3 : 1 }

  /// The range between the quotes of a literal with this style; empty if the literal is unterminated.
  @inlinable
  func contentRange(_ literal: Range<UInt32>) -> Range<UInt32> {
    let start = min(literal.lowerBound + UInt32(prefixLength + quoteLength), literal.upperBound)
    return start..<max(start, literal.upperBound - min(UInt32(quoteLength), literal.upperBound))
  }

  /// Reads prefix letters; nil if no literal has such a prefix.
  init?(prefix: UnsafePointer<UInt8>, length: Int) {
    var style = StringPieceStyle(rawValue: UInt16(length))
    for position in 0..<length {
      let letter: StringPieceStyle
      switch prefix[position] | 0x20 {
      case UInt8(ascii: "r"): letter = .raw
      case UInt8(ascii: "b"): letter = .bytes
      case UInt8(ascii: "f"): letter = .formatted
      case UInt8(ascii: "t"): letter = .template
      case UInt8(ascii: "u"): letter = .unicode
      default: return nil
      }
      if style.contains(letter) { return nil }
      style.insert(letter)
    }
    let kinds = style.intersection([.bytes, .formatted, .template, .unicode])
    if kinds.rawValue.nonzeroBitCount > 1 || (style.contains(.unicode) && style.contains(.raw)) { return nil }
    self = style
  }
}
