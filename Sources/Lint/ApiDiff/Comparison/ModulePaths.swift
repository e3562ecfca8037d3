/// Paths as callers write them.
enum ModulePaths {
  /// The outermost of some modules that contains a path or is it.
  static func outermost(of path: String, among modules: Set<String>) -> String? {
    guard !modules.isEmpty else { return nil }
    var prefix = ""
    for part in path.split(separator: ".") {
      prefix += prefix.isEmpty ? String(part) : ".\(part)"
      if modules.contains(prefix) { return prefix }
    }
    return nil
  }

  /// The path without its last part.
  static func parent(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(path[..<dot])
  }
}
