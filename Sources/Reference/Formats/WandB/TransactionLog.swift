/// The log file of a Weights & Biases run: records split into fragments that never cross a block boundary.
///
/// The format is LevelDB's log format (https://github.com/google/leveldb/blob/main/doc/log_format.md) with a file header
/// and a plain CRC-32.
struct TransactionLog {
  /// The block size in bytes; the file header counts toward the first block.
  private static let blockSize = 32_768
  /// The size of a fragment's header in bytes: checksum, length and type.
  private static let fragmentHeaderSize = 7
  /// The file header: format name, magic number 0xbee1 (little-endian) and version.
  private static let header = Array(":W&B".utf8) + [0xe1, 0xbe, 0]

  /// The position of a fragment within its record.
  private enum Kind: UInt8 {
    case full = 1
    case first, middle, last
  }

  private let file: AppendOnlyFile

  /// Creates a new file.
  /// - Throws: `FileError`, with `EEXIST` if the file already exists.
  init(creating path: FilePath) throws(FileError) {
    file = try AppendOnlyFile(creating: path)
    try file.append(Self.header)
  }

  /// Appends one record, which is visible to other processes immediately.
  func append(_ record: [UInt8]) throws(FileError) { try file.append(fragments(of: record)) }

  /// Waits until all records are on disk.
  func synchronize() throws(FileError) { try file.synchronize() }

  private func fragments(of record: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = record[...]
    repeat {
      var available = Self.blockSize - (file.length + bytes.count) % Self.blockSize
      if available < Self.fragmentHeaderSize {
        bytes += [UInt8](repeating: 0, count: available)
        available = Self.blockSize
      }
      let contents = rest.prefix(available - Self.fragmentHeaderSize)
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
