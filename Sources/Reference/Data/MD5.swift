import Glibc

/// The MD5 checksum (RFC 1321), which datasets publish for their files. It detects corruption, not tampering.
public struct MD5: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32) = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
  private var pending: [UInt8] = []
  private var byteCount = 0

  /// Starts an empty checksum.
  public init() {}

  /// The checksum of bytes, as 32 hexadecimal digits.
  public static func digest(of bytes: some Sequence<UInt8>) -> String {
    var checksum = MD5()
    checksum.update(with: Array(bytes))
    return checksum.digest()
  }

  /// The checksum of a file, which is read in chunks.
  /// - Throws: `DataError` if it cannot be read.
  public static func digest(ofFile path: FilePath) throws(DataError) -> String {
    do throws(FileError) {
      let file = try OpenFile(path, O_RDONLY, to: "read", path)
      var checksum = MD5()
      while true {
        let chunk = try file.read(upTo: 1 << 20)
        if chunk.isEmpty { return checksum.digest() }
        checksum.update(with: chunk)
      }
    } catch {
      throw DataError(path.string, .unreadable(reason: error.reason))
    }
  }

  /// Adds bytes.
  public mutating func update(with bytes: [UInt8]) {
    byteCount += bytes.count
    pending += bytes
    var start = 0
    pending.withUnsafeBufferPointer { pending in
      while start + 64 <= pending.count {
        mix(UnsafeBufferPointer(rebasing: pending[start..<start + 64]))
        start += 64
      }
    }
    pending.removeFirst(start)
  }

  /// The checksum of all bytes so far, as 32 hexadecimal digits.
  public func digest() -> String {
    var last = self
    // Padding: a one bit, zeros up to byte 56 of a block, and the length in bits.
    let padding = 1 + (119 - byteCount % 64) % 64
    let length = UInt64(truncatingIfNeeded: byteCount) &* 8
    last.update(
      with: [0x80] + [UInt8](repeating: 0, count: padding - 1)
        + (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
    let words = [last.state.0, last.state.1, last.state.2, last.state.3]
    return words.map { word in
      (0..<4).map { NumberFormat.hexadecimal(UInt8(truncatingIfNeeded: word >> (8 * $0))) }.joined()
    }.joined()
  }

  private mutating func mix(_ block: UnsafeBufferPointer<UInt8>) {
    var (a, b, c, d) = state
    for round in 0..<64 {
      let mixed: UInt32
      let word: Int
      switch round >> 4 {
      case 0: (mixed, word) = ((b & c) | (~b & d), round)
      case 1: (mixed, word) = ((b & d) | (c & ~d), (5 * round + 1) & 15)
      case 2: (mixed, word) = (b ^ c ^ d, (3 * round + 5) & 15)
      default: (mixed, word) = (c ^ (b | ~d), (7 * round) & 15)
      }
      let offset = 4 * word
      let bytes =
        UInt32(block[offset]) | UInt32(block[offset + 1]) << 8 | UInt32(block[offset + 2]) << 16
        | UInt32(block[offset + 3]) << 24
      let sum = a &+ mixed &+ Self.constants[round] &+ bytes
      let shift = Self.shifts[(round >> 4) << 2 | round & 3]
      (a, b, c, d) = (d, b &+ (sum &<< shift | sum &>> (32 - shift)), b, c)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
  }

  /// The integer part of 2³² |sin(round + 1)|, as defined by the RFC.
  private static let constants = (0..<64).map { UInt32(abs(sin(Double($0 + 1))) * 0x1p32) }
  private static let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
}
