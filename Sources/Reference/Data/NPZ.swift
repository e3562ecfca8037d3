/// The NPZ format of numpy: a zip archive of NPY arrays.
public enum NPZ {
  /// Reads the array `arr_0`, which is what numpy calls an array without a name, or the only array there is.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: what to call the file in errors.
  ///   - limit: how many values there may be at most.
  /// - Throws: `DataError` where the archive is damaged, or holds several named arrays and no `arr_0`.
  public static func decode(
    _ bytes: [UInt8], path: String, limit: Int = ByteArray.defaultLimit
  ) throws(DataError) -> ByteArray {
    let archive = try ZipArchive(bytes, path: path)
    let only = archive.members.count == 1 ? archive.members.first : nil
    guard let member = archive.members.first(where: { $0.name == "arr_0.npy" }) ?? only else {
      let names = archive.members.map(\.name).joined(separator: ", ")
      throw DataError(
        path, .invalidZip(reason: "expected one array or arr_0.npy, found \(names.isEmpty ? "none" : names)"))
    }
    // Labels come as numbers of up to 8 bytes, and the header takes a little more.
    let content = try archive.content(of: member, limit: limit)
    return try NPY.decode(content, path: "\(path)/\(member.name)", limit: limit)
  }
}
