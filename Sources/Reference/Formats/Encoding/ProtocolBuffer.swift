/// A message in the protocol buffer wire format (https://protobuf.dev/programming-guides/encoding).
///
/// Each method appends one field. Fields with their type's default value may be omitted.
public struct ProtocolBuffer: Sendable {
  /// The encoded message so far.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty message and lets `fill` append fields.
  public init(_ fill: (inout ProtocolBuffer) -> Void = { _ in }) { fill(&self) }

  /// Appends an integer field (int32, int64, uint64, bool or enum).
  public mutating func integer(_ field: Int, _ value: Int) {
    tag(field, .varint)
    bytes += Self.varint(UInt64(bitPattern: Int64(value)))
  }

  /// Appends a double field.
  public mutating func double(_ field: Int, _ value: Double) {
    tag(field, .fixed64)
    bytes += Self.littleEndian([value.bitPattern])
  }

  /// Appends a float field.
  public mutating func float(_ field: Int, _ value: Float) {
    tag(field, .fixed32)
    bytes += Self.littleEndian([value.bitPattern])
  }

  /// Appends a string field.
  public mutating func text(_ field: Int, _ value: String) { block(field, Array(value.utf8)) }

  /// Appends a bytes field or an encoded submessage.
  public mutating func block(_ field: Int, _ value: [UInt8]) {
    tag(field, .lengthDelimited)
    bytes += Self.varint(UInt64(value.count))
    bytes += value
  }

  /// Appends a submessage.
  public mutating func message(_ field: Int, _ fill: (inout ProtocolBuffer) -> Void) {
    block(field, ProtocolBuffer(fill).bytes)
  }

  /// Appends a packed repeated double field.
  public mutating func doubles(_ field: Int, _ values: [Double]) {
    block(field, Self.littleEndian(values.map(\.bitPattern)))
  }

  /// Appends a packed repeated integer field.
  public mutating func integers(_ field: Int, _ values: [Int]) {
    block(field, values.flatMap { Self.varint(UInt64(bitPattern: Int64($0))) })
  }

  private enum WireType: Int {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case fixed32 = 5
  }

  private mutating func tag(_ field: Int, _ type: WireType) { bytes += Self.varint(UInt64(field << 3 | type.rawValue)) }

  /// Base-128 encoding: seven bits per byte, least significant first; the high bit marks continuation.
  private static func varint(_ value: UInt64) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  private static func littleEndian<Number: FixedWidthInteger>(_ values: [Number]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  }
}
