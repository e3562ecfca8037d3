import LintModel
import LintRuleKit
import LintSourceText

/// The comments in a Swift body that say what it does not use: `// shortFactor is unused, as in the original`.
struct UnusedRemarks {
  private var names: Set<Substring> = []

  init(in declaration: Declaration, of file: SourceFile) {
    let bytes = file.text.bytes
    var rest = bytes[from: Int(declaration.name.range.end), to: Int(declaration.range.end)]
    while let found = Bytes.find("//", in: rest) {
      let end = rest[found...].firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let text = String(decoding: rest[found..<end], as: UTF8.self)
      let said = text.lowercased()
      if Self.remarks.contains(where: said.contains) { names.formUnion(text.runs(of: \.isIdentifierByte)) }
      rest = rest[end...]
    }
  }

  func explain(_ name: String) -> Bool { names.contains(name[...]) }

  private static let remarks = [
    "unused", "not used", "n't used", "never used", "ignored", "not read", "no effect", "not needed", "for compatib",
  ]
}
