import Glibc

/// A path in the file system, kept as the user wrote it.
public struct FilePath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The path as text; relative paths start at the working directory.
  public let string: String

  public init(_ string: String) { self.string = string }
  public init(stringLiteral value: String) { string = value }

  public var description: String { string }

  /// The path of an entry in this directory.
  public func appending(_ name: String) -> FilePath {
    FilePath(string.isEmpty || string.hasSuffix("/") ? string + name : "\(string)/\(name)")
  }

  /// The part after the last slash; trailing slashes do not count.
  public var lastComponent: String { trimmed.split(separator: "/").last.map(String.init) ?? "/" }

  /// The containing directory; `.` for a single relative component.
  public var parent: FilePath {
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : FilePath(String(trimmed[..<slash]))
  }

  /// The absolute path without `.` and `..` components. Symbolic links are not resolved.
  public var absolute: FilePath {
    var components: [Substring] = []
    for component in (string.hasPrefix("/") ? string : "\(Self.workingDirectory)/\(string)").split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return FilePath("/" + components.joined(separator: "/"))
  }

  /// Whether something exists at this path, following symbolic links.
  public var exists: Bool { FileStatus(self) != nil }

  /// Whether this is a directory, following symbolic links.
  public var isDirectory: Bool { FileStatus(self)?.kind == .directory }

  /// The path without trailing slashes.
  private var trimmed: Substring {
    var rest = string[...]
    while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
    return rest
  }

  private static var workingDirectory: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
