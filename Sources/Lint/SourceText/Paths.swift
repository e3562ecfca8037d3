#if canImport(Glibc)
  import Glibc
#endif

/// Paths as text, with forward slashes; only `workingDirectory` accesses the disk.
public enum Paths {
  public static func workingDirectory() -> String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Puts `path` below `folder` unless it is absolute, and resolves `.` and `..`.
  public static func absolute(_ path: String, in folder: String) -> String {
    normalized(path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path)
  }

  /// Resolves `.`, `..` and doubled slashes of an absolute path.
  public static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  public static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// How to get from one absolute folder to an absolute path: `../other/x.py`; `.` for the folder itself.
  public static func relative(_ path: String, to folder: String) -> String {
    if path == folder { return "." }
    let prefix = folder == "/" ? "/" : folder + "/"
    if path.utf8.starts(with: prefix.utf8) { return String(path.utf8.dropFirst(prefix.utf8.count)) ?? path }
    let from = folder.split(separator: "/")
    let to = path.split(separator: "/")
    let shared = zip(from, to).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
  }

  /// The path below a folder; nil for a path that is not in it. The folder itself is "".
  public static func below(_ path: String, in folder: String) -> String? {
    let relative = relative(path, to: folder)
    if relative == "." { return "" }
    return relative == ".." || relative.utf8.starts(with: "../".utf8) ? nil : relative
  }

  /// The folder of a path; "" where the path has none.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex && path.utf8.count > 1 ? "/" : String(path[..<slash])
  }

  public static func name(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }

  /// The file extension without the dot, in lower case; "" for `Makefile` and `.gitignore`.
  public static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// What comes before the first dot of the name: `config` of `conf/config.local.yaml`; "" for `.gitignore`.
  public static func stem(of path: String) -> Substring { name(of: path).prefix { $0 != "." } }

  /// Orders paths by their bytes, as `sort` does in the C locale.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
