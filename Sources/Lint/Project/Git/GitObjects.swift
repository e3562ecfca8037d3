/// Reads objects of a repository in batches.
struct GitObjects {
  let git: GitProgram
  /// The name of the revision, for messages.
  let revision: String

  /// The sizes of objects in bytes.
  func sizes(of ids: [String]) throws(GitError) -> [Int] {
    guard !ids.isEmpty else { return [] }
    let result = try git.run(["cat-file", "--batch-check"], input: lines(ids))
    let lines = result.text.split(separator: "\n")
    guard lines.count == ids.count else { throw incomplete(result, before: ids, lines.count) }
    var sizes: [Int] = []
    for (id, line) in zip(ids, lines) {
      // "<id> blob <size>", or "<id> missing".
      guard let size = line.split(separator: " ").dropFirst(2).first.flatMap({ Int($0) }) else { throw missing(id) }
      sizes.append(size)
    }
    return sizes
  }

  /// The contents of objects.
  func contents(of ids: [String]) throws(GitError) -> [[UInt8]] {
    guard !ids.isEmpty else { return [] }
    let result = try git.run(["cat-file", "--batch"], input: lines(ids))
    var blobs: [[UInt8]] = []
    var index = 0
    let bytes = result.output
    for id in ids {
      // "<id> blob <size>\n<contents>\n", or "<id> missing\n".
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let head = String(decoding: bytes[index..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, let size = Int(head[2]), size >= 0, size < bytes.count - end else { throw missing(id) }
      blobs.append(Array(bytes[(end + 1)..<(end + 1 + size)]))
      index = min(end + 2 + size, bytes.count)
    }
    guard blobs.count == ids.count else { throw incomplete(result, before: ids, blobs.count) }
    return blobs
  }

  private func lines(_ ids: [String]) -> [UInt8] { Array((ids.joined(separator: "\n") + "\n").utf8) }

  private func missing(_ id: String) -> GitError {
    GitError(
      "the object \(id.prefix(12)) of '\(revision)' is not in this clone, and mllint never fetches; fetch it with "
        + "'git fetch --refetch --no-filter'")
  }

  private func incomplete(_ result: GitProgram.Result, before ids: [String], _ index: Int) -> GitError {
    if index < ids.count, result.errors.contains(ids[index]) { return missing(ids[index]) }
    return GitError("git returned only part of '\(revision)': \(result.errors)")
  }
}
