import LintModel
import LintSourceText

/// Names that a module gets while it runs, by code that computes them.
enum NamesAtRunTime {
  /// Whether a module may give itself names that cannot be read: `globals()[name] = ...`,
  /// `setattr(sys.modules[__name__], name, ...)`, a function that fills the `globals()` that it is given.
  static func arise(in file: SourceFile) -> Bool {
    let mentions = file.model.mentions
    let bytes = file.text.bytes[...]
    for (name, writes) in writes where mentions.contains(name) {
      if writes.contains(where: { Bytes.find($0, in: bytes) != nil }) { return true }
    }
    if mentions.contains("globals"), isPassedOn("globals()", in: file) { return true }
    guard mentions.contains("modules") else { return false }
    return mentions.contains("setattr") || replacing.contains { Bytes.find($0, in: bytes) != nil }
  }

  private static let writes: [(String, [StaticString])] = [
    ("globals", ["globals()[", "globals().update", "globals().setdefault", "= globals()", "globals().__setitem__"]),
    ("vars", ["vars()[", "vars().update", "vars().setdefault", "= vars()", "vars(sys", "vars(mod", "vars(this"]),
    ("locals", ["locals()[", "locals().update", "locals().setdefault", "= locals()"]),
  ]

  /// A module that puts another object in its own place, or writes into the table of its names.
  private static let replacing: [StaticString] = [
    "sys.modules[__name__]", "sys.modules[__package__]", "modules[__name__]", "sys.modules.update",
  ]

  /// Whether the namespace is handed to a function that may write into it; `eval` does not.
  private static func isPassedOn(_ namespace: StaticString, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var start = 0
    while let found = Bytes.find(namespace, in: bytes[start...]) {
      let end = found + namespace.utf8CodeUnitCount
      let next = bytes[end...].first { $0 != 0x20 }
      let line = bytes[..<found].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let before = String(decoding: bytes[line..<found], as: UTF8.self)
      let isRead = ["eval(", "globals=", "in ", "timeit(", "sorted(", "list(", "set(", "len(", "dir(", "get("]
        .contains { before.contains($0) }
      if next == UInt8(ascii: ",") || next == UInt8(ascii: ")"), !isRead { return true }
      start = end
    }
    return false
  }

  /// The modules that a file fills from outside: `setattr(layers, name, value)` after `from nets import layers`.
  static func filledModules(by file: SourceFile) -> [String] {
    guard file.model.mentions.contains("setattr") else { return [] }
    let bytes = file.text.bytes
    var result: [String] = []
    var start = 0
    while let found = Bytes.find("setattr(", in: bytes[start...]) {
      start = found + 8
      let word = bytes[start...].prefix { $0.isIdentifierByte || $0 == UInt8(ascii: ".") }
      if let path = file.importedNames.path(of: String(decoding: word, as: UTF8.self)) { result.append(path) }
    }
    return result
  }
}
