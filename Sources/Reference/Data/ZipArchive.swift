import CZlib

/// A zip archive as written by numpy.savez: stored or deflated members below 4 GiB.
struct ZipArchive {
  /// The magic number of a nonempty archive.
  static let magic: [UInt8] = [0x50, 0x4b, 3, 4]

  /// One file of the archive, as described by the central directory.
  struct Member {
    let name: String
    fileprivate let flags: Int
    fileprivate let method: Int
    fileprivate let checksum: Int
    fileprivate let compressedSize: Int
    /// The declared uncompressed size in bytes.
    let size: Int
    fileprivate let offset: Int
  }

  /// All members, in the order of the central directory.
  let members: [Member]
  private let bytes: [UInt8]
  private let path: String

  /// Reads the central directory.
  /// - Throws: `DataError` if it is missing, corrupt, or in zip64 format.
  init(_ bytes: [UInt8], path: String) throws(DataError) {
    self.bytes = bytes
    self.path = path
    // The end record has 22 bytes and a comment of at most 65,535 bytes; search for it from the end.
    let earliest = max(0, bytes.count - 22 - 65_535)
    let candidates = bytes.count < 22 ? [] : Array((earliest...(bytes.count - 22)).reversed())
    guard let end = candidates.first(where: { bytes[$0...].starts(with: [0x50, 0x4b, 5, 6]) }) else {
      throw DataError(
        path, .invalidZip(reason: "the central directory is missing because the file is truncated; download it again"))
    }
    let count = bytes.littleEndian(at: end + 10, count: 2)
    var entry = bytes.littleEndian(at: end + 16, count: 4)
    guard count != 0xffff, entry != 0xffff_ffff else {
      throw DataError(path, .invalidZip(reason: "zip64 is not supported; save the array as an NPY file"))
    }
    var members: [Member] = []
    for number in 0..<count {
      guard entry + 46 <= end, bytes[entry...].starts(with: [0x50, 0x4b, 1, 2]) else {
        throw DataError(
          path, .invalidZip(reason: "entry \(number) of the central directory is corrupt; download it again"))
      }
      let nameLength = bytes.littleEndian(at: entry + 28, count: 2)
      let next =
        entry + 46 + nameLength + bytes.littleEndian(at: entry + 30, count: 2)
        + bytes.littleEndian(at: entry + 32, count: 2)
      guard next <= end else {
        throw DataError(
          path, .invalidZip(reason: "entry \(number) of the central directory is corrupt; download it again"))
      }
      members.append(
        Member(
          name: String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self),
          flags: bytes.littleEndian(at: entry + 8, count: 2), method: bytes.littleEndian(at: entry + 10, count: 2),
          checksum: bytes.littleEndian(at: entry + 16, count: 4),
          compressedSize: bytes.littleEndian(at: entry + 20, count: 4),
          size: bytes.littleEndian(at: entry + 24, count: 4), offset: bytes.littleEndian(at: entry + 42, count: 4)))
      entry = next
    }
    self.members = members
  }

  /// The uncompressed content of a member.
  /// - Parameter limit: the largest accepted size in bytes.
  /// - Throws: `DataError` if it is larger, corrupt, encrypted, or compressed with another method.
  func content(of member: Member, limit: Int) throws(DataError) -> [UInt8] {
    guard member.size != 0xffff_ffff, member.compressedSize != 0xffff_ffff, member.offset != 0xffff_ffff else {
      throw invalid(member, "zip64 is not supported; save the array as an NPY file")
    }
    guard member.size <= limit else { throw DataError(path, .tooLarge(byteCount: member.size, limit: limit)) }
    guard member.flags & 1 == 0 else { throw invalid(member, "it is encrypted") }
    let compressed = try compressedBytes(of: member)
    let content: [UInt8]
    switch member.method {
    case 0: content = Array(compressed)
    case 8:
      let (inflated, status) = Inflater.inflate(compressed, format: .raw, limit: member.size)
      switch status {
      case .complete(unused: 0): content = inflated
      case .limitReached: throw invalid(member, "it decompresses to more than the declared \(member.size) bytes")
      case .corrupt(let reason): throw invalid(member, reason)
      case .complete, .truncated: throw invalid(member, "it is truncated")
      }
    default: throw invalid(member, "compression method must be 0 (stored) or 8 (deflate), found \(member.method)")
    }
    guard content.count == member.size else {
      throw invalid(member, "expected \(member.size) bytes, found \(content.count)")
    }
    guard content.withUnsafeBufferPointer({ Int(crc32_z(0, $0.baseAddress, $0.count)) }) == member.checksum else {
      throw invalid(member, "wrong checksum; download it again")
    }
    return content
  }

  /// The compressed bytes of a member, located through its local header.
  private func compressedBytes(of member: Member) throws(DataError) -> ArraySlice<UInt8> {
    guard member.offset + 30 <= bytes.count, bytes[member.offset...].starts(with: Self.magic) else {
      throw invalid(member, "the local header is missing; download it again")
    }
    let start =
      member.offset + 30 + bytes.littleEndian(at: member.offset + 26, count: 2)
      + bytes.littleEndian(at: member.offset + 28, count: 2)
    guard start + member.compressedSize <= bytes.count else { throw invalid(member, "it is truncated") }
    return bytes[start..<start + member.compressedSize]
  }

  private func invalid(_ member: Member, _ reason: String) -> DataError {
    DataError(path, .invalidZip(reason: "\(member.name): \(reason)"))
  }
}
