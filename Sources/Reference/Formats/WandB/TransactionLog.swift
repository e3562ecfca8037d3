import Foundation

/// The file that Weights & Biases keeps a run in: records in fragments that never cross a block.
///
/// Source: LevelDB's log format, https://github.com/google/leveldb/blob/main/doc/log_format.md, with a header before the
/// first record and a plain CRC-32.
struct TransactionLog {
  /// How many bytes a block holds, the header of the file included.
  private static let blockSize = 32_768
  /// How many bytes stand before the contents of a fragment: checksum, length, kind.
  private static let prefixSize = 7
  /// The name of the format, its magic number 0xbee1 (little-endian) and its version.
  private static let header = Array(":W&B".utf8) + [0xe1, 0xbe, 0]

  /// Where a fragment stands within its record.
  private enum Kind: UInt8 {
    case full = 1
    case first, middle, last
  }

  private let file: AppendedFile

  /// Begins a new file.
  /// - Throws: `FileError`, with `EEXIST` where a file of that name is already there.
  init(creating url: URL) throws(FileError) {
    file = try AppendedFile(creating: url)
    try file.append(Self.header)
  }

  /// Adds one record, which other programs see at once.
  func append(_ record: [UInt8]) throws(FileError) { try file.append(fragments(of: record)) }

  /// Waits until the disk holds all records.
  func synchronize() throws(FileError) { try file.synchronize() }

  private func fragments(of record: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = record[...]
    repeat {
      var room = Self.blockSize - (file.length + bytes.count) % Self.blockSize
      if room < Self.prefixSize {
        bytes += [UInt8](repeating: 0, count: room)
        room = Self.blockSize
      }
      let contents = rest.prefix(room - Self.prefixSize)
      let isFirst = rest.count == record.count
      rest = rest.dropFirst(contents.count)
      let kind: Kind = rest.isEmpty ? (isFirst ? .full : .last) : (isFirst ? .first : .middle)
      bytes += Self.fragment(kind, contents)
    } while !rest.isEmpty
    return bytes
  }

  private static func fragment(_ kind: Kind, _ contents: ArraySlice<UInt8>) -> [UInt8] {
    let checked = [kind.rawValue] + contents
    return withUnsafeBytes(of: Checksum.crc32(checked).littleEndian) { Array($0) }
      + withUnsafeBytes(of: UInt16(contents.count).littleEndian) { Array($0) } + checked
  }
}
