/// A message in the wire format of protocol buffers (https://protobuf.dev/programming-guides/encoding).
///
/// Every method adds one field by its number. Fields that hold their type's default may be left out.
public struct ProtocolBuffer: Sendable {
  /// The message so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes a message without fields and lets `fill` add some.
  public init(_ fill: (inout ProtocolBuffer) -> Void = { _ in }) { fill(&self) }

  /// Adds a whole number (int32, int64, uint64, bool, enum).
  public mutating func integer(_ field: Int, _ value: Int) {
    tag(field, .varint)
    bytes += Self.varint(UInt64(bitPattern: Int64(value)))
  }

  /// Adds a 64-bit floating-point number.
  public mutating func double(_ field: Int, _ value: Double) {
    tag(field, .fixed64)
    bytes += Self.littleEndian([value.bitPattern])
  }

  /// Adds a 32-bit floating-point number.
  public mutating func float(_ field: Int, _ value: Float) {
    tag(field, .fixed32)
    bytes += Self.littleEndian([value.bitPattern])
  }

  /// Adds a string.
  public mutating func text(_ field: Int, _ value: String) { block(field, Array(value.utf8)) }

  /// Adds bytes, or a message that is already encoded.
  public mutating func block(_ field: Int, _ value: [UInt8]) {
    tag(field, .lengthDelimited)
    bytes += Self.varint(UInt64(value.count))
    bytes += value
  }

  /// Adds a message within this one.
  public mutating func message(_ field: Int, _ fill: (inout ProtocolBuffer) -> Void) {
    block(field, ProtocolBuffer(fill).bytes)
  }

  /// Adds many 64-bit floating-point numbers (packed).
  public mutating func doubles(_ field: Int, _ values: [Double]) {
    block(field, Self.littleEndian(values.map(\.bitPattern)))
  }

  /// Adds many whole numbers (packed).
  public mutating func integers(_ field: Int, _ values: [Int]) {
    block(field, values.flatMap { Self.varint(UInt64(bitPattern: Int64($0))) })
  }

  /// How the bytes of a field are laid out.
  private enum WireType: Int {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case fixed32 = 5
  }

  private mutating func tag(_ field: Int, _ type: WireType) { bytes += Self.varint(UInt64(field << 3 | type.rawValue)) }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
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
