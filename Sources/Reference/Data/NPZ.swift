/// The NPZ format of NumPy: a zip archive of NPY arrays.
public enum NPZ {
  /// Decodes the array `arr_0`, NumPy's name for an unnamed array, or else the only array of the archive.
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: the file's name in errors.
  ///   - limit: the largest accepted size of the NPY file, in bytes.
  /// - Throws: `DataError` if the archive is corrupt or has several arrays but no `arr_0`.
  public static func decode(
    _ bytes: [UInt8], path: String, limit: Int = ByteArray.defaultLimit
  ) throws(DataError) -> ByteArray {
    let archive = try ZipArchive(bytes, path: path)
    let only = archive.members.count == 1 ? archive.members.first : nil
    guard let member = archive.members.first(where: { $0.name == "arr_0.npy" }) ?? only else {
      let names = archive.members.map(\.name).joined(separator: ", ")
      throw DataError(
        path, .invalidZip(reason: "expected a single array or arr_0.npy, found \(names.isEmpty ? "none" : names)"))
    }
    let content = try archive.content(of: member, limit: limit)
    return try NPY.decode(content, path: "\(path)/\(member.name)", limit: limit)
  }
}
