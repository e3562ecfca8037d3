import Foundation

/// What the header of a safetensors file says, checked against the size of the file.
struct SafetensorsHeader {
  /// Where a tensor lies within the data.
  struct Place {
    var name: String
    var shape: [Int]
    /// How many numbers it holds.
    var count: Int
    /// Its first byte.
    var start: Int
    /// The byte after its last one.
    var end: Int
  }

  /// The strings under `__metadata__`.
  let metadata: [String: String]
  /// The first byte after the header.
  let dataStart: Int
  private let entries: [String: Entry]
  private let path: String

  /// Reads the header at the start of a file.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FormatError) {
    self.path = path
    guard bytes.count >= 8 else {
      throw Self.error(path, "the file is too short", "at least 8 bytes", "\(bytes.count)")
    }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(bytes.count - 8) else {
      throw Self.error(
        path, "the file ends within its header", "a header of at most \(bytes.count - 8) bytes", "\(length)")
    }
    dataStart = 8 + Int(length)
    do {
      let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes[8..<dataStart]))
      metadata = contents.metadata
      entries = contents.entries
    } catch {
      throw Self.error(
        path, "the header cannot be read", "a JSON object of tensors with dtype, shape and data_offsets",
        Self.describe(error))
    }
  }

  /// Where every tensor lies, in order.
  /// - Parameter size: how many bytes of data there are; the tensors have to cover all of them, each byte once.
  func places(in size: Int) throws(FormatError) -> [Place] {
    var places: [Place] = []
    for (name, entry) in entries { places.append(try place(of: name, entry)) }
    // Tensors without a number share their place with the next one, so they go before it.
    places.sort { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) }
    var end = 0
    for place in places {
      guard place.start == end else {
        throw Self.error(
          path, "the data of tensor '\(place.name)' \(place.start < end ? "overlaps another's" : "follows a hole")",
          "a start at byte \(end)", "\(place.start)")
      }
      end = place.end
      guard end <= size else {
        throw Self.error(path, "tensor '\(place.name)' ends after the file", "at most \(size) bytes of data", "\(end)")
      }
    }
    guard end == size else {
      throw Self.error(path, "bytes follow the last tensor", "\(end) bytes of data", "\(size)")
    }
    return places
  }

  private func place(of name: String, _ entry: Entry) throws(FormatError) -> Place {
    guard entry.type == "F32" else {
      throw Self.error(path, "tensor '\(name)' has another type of numbers", "dtype F32", entry.type)
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
        path, "shape and data_offsets of tensor '\(name)' do not fit each other",
        overflows ? "extents of at least 0 whose product fits 64 bits" : "two offsets, \(count) bytes apart",
        "shape \(entry.shape), data_offsets \(offsets)")
    }
    return Place(name: name, shape: entry.shape, count: count / 4, start: offsets[0], end: offsets[1])
  }

  private static func error(_ path: String, _ problem: String, _ expected: String, _ found: String) -> FormatError {
    FormatError(
      path: path, problem, expected: expected, found: found,
      advice: "the file is damaged or no safetensors file of ours; use another one")
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
