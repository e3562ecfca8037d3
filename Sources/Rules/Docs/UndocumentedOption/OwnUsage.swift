import LintModel
import LintSourceText

/// What a script says of its options at its top: in its docstring, or in the comment before any code.
struct OwnUsage {
  private var words: Set<String> = []

  init(_ file: SourceFile) {
    let bytes = file.text.bytes
    var parts = [0..<Self.endOfHead(bytes)]
    if let doc = file.model.declarations.first?.doc?.range { parts.append(Int(doc.start)..<Int(doc.end)) }
    for part in parts where part.upperBound <= bytes.count {
      let text = bytes[part].split { !$0.isIdentifierByte && $0 != UInt8(ascii: "-") }
      words.formUnion(text.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// The end of the lines at the top of a file that are comments or empty.
  private static func endOfHead(_ bytes: [UInt8]) -> Int {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let first = bytes[start..<end].first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") { break }
      start = end + 1
    }
    return min(start, bytes.count)
  }

  /// Whether an option is named, with its dashes; a positional argument by its name alone, in any case.
  func shows(_ spelling: String) -> Bool {
    words.contains(spelling) || !spelling.hasPrefix("-") && words.contains(spelling.uppercased())
  }
}
