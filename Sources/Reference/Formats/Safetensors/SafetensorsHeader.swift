import FoundationEssentials

/// The validated header of a safetensors file.
struct SafetensorsHeader {
  /// The location of a tensor within the tensor data.
  struct Location {
    var name: String
    var shape: [Int]
    /// The number of elements.
    var count: Int
    /// The offset of its first byte.
    var start: Int
    /// The offset after its last byte.
    var end: Int
  }

  /// The entries of `__metadata__`.
  let metadata: [String: String]
  /// The offset of the tensor data in the file.
  let dataStart: Int
  private let entries: [String: Entry]
  private let path: String

  /// Decodes the header at the start of a file.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FormatError) {
    self.path = path
    guard bytes.count >= 8 else {
      throw Self.error(path, "the file is too short", "at least 8 bytes", "\(bytes.count)")
    }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(bytes.count - 8) else {
      throw Self.error(
        path, "the file is truncated within its header", "a header of at most \(bytes.count - 8) bytes", "\(length)")
    }
    dataStart = 8 + Int(length)
    do {
      let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes[8..<dataStart]))
      metadata = contents.metadata
      entries = contents.entries
    } catch {
      throw Self.error(
        path, "the header is invalid", "a JSON object of tensors with dtype, shape and data_offsets",
        Self.describe(error))
    }
  }

  /// The locations of all tensors, in order.
  /// - Parameter size: the size of the tensor data in bytes, which the tensors must cover exactly.
  func locations(in size: Int) throws(FormatError) -> [Location] {
    var locations: [Location] = []
    for (name, entry) in entries { locations.append(try location(of: name, entry)) }
    // An empty tensor has the same start as the next one and sorts before it.
    locations.sort { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) }
    var end = 0
    for location in locations {
      guard location.start == end else {
        throw Self.error(
          path, "tensor '\(location.name)' \(location.start < end ? "overlaps another tensor" : "follows a gap")",
          "a start at byte \(end)", "\(location.start)")
      }
      end = location.end
      guard end <= size else {
        throw Self.error(
          path, "tensor '\(location.name)' extends past the end of the file", "at most \(size) bytes of data", "\(end)")
      }
    }
    guard end == size else {
      throw Self.error(path, "trailing bytes after the last tensor", "\(end) bytes of data", "\(size)")
    }
    return locations
  }

  private func location(of name: String, _ entry: Entry) throws(FormatError) -> Location {
    guard entry.type == "F32" else {
      throw Self.error(path, "tensor '\(name)' has an unsupported dtype", "dtype F32", entry.type)
    }
    var count = 1
    var overflows = entry.shape.contains { $0 < 0 }
    for extent in entry.shape + [4] where !overflows {
      (count, overflows) = count.multipliedReportingOverflow(by: extent)
    }
    let offsets = entry.offsets
    guard !overflows, offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] - offsets[0] == count
    else {
      throw Self.error(
        path, "shape and data_offsets of tensor '\(name)' are inconsistent",
        overflows ? "nonnegative sizes whose product fits in 64 bits" : "two offsets, \(count) bytes apart",
        "shape \(entry.shape), data_offsets \(offsets)")
    }
    return Location(name: name, shape: entry.shape, count: count / 4, start: offsets[0], end: offsets[1])
  }

  private static func error(_ path: String, _ problem: String, _ expected: String, _ found: String) -> FormatError {
    FormatError(
      path: path, problem, expected: expected, found: found,
      advice: "the file is corrupt or was not written by mllint; use another one")
  }

  private static func describe(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context):
      let place = context.codingPath.map(\.stringValue).joined(separator: ".")
      return place.isEmpty ? context.debugDescription : "\(context.debugDescription) (at \(place))"
    default: return "\(error)"
    }
  }
}
