import LintModel
import LintSourceText

/// The names by which a configuration file may refer to functions: `!function script.aggregate`, `target: nets:pool`,
/// `collate: pad_batch`.
enum ConfiguredNames {
  static func read(_ file: SourceFile) -> IdentifierSet {
    var names = IdentifierSet()
    let bytes = file.text.bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index].isIdentifierByte else {
        index += 1
        continue
      }
      let start = index
      var hasUnderscore = false
      while index < bytes.count, bytes[index].isIdentifierByte {
        if bytes[index] == UInt8(ascii: "_") { hasUnderscore = true }
        index += 1
      }
      let before = start > 0 ? bytes[start - 1] : 0
      // A single word is a key or a value more often than a function.
      if hasUnderscore || before == UInt8(ascii: ".") || before == UInt8(ascii: ":") {
        names.insert(bytes: bytes[start..<index])
      }
    }
    return names
  }
}
