import LintModel
import LintSourceText
import SwiftFrontend

/// Source with `«»` around the ranges that a test expects.
struct Marked {
  let text: SourceText
  let ranges: [SourceRange]

  init(_ source: String) {
    var bytes: [UInt8] = []
    var open: [UInt32] = []
    var ranges: [SourceRange] = []
    for scalar in source.unicodeScalars {
      switch scalar {
      case "«": open.append(UInt32(bytes.count))
      case "»": if let start = open.popLast() { ranges.append(SourceRange(start: start, end: UInt32(bytes.count))) }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    text = SourceText(bytes: bytes)
    self.ranges = ranges.sorted()
  }

  func model(role: Role = .library) -> FileModel {
    let reference = FileReference(path: "A.swift", language: .swift, role: role, distribution: "", module: "A")
    return SwiftFrontend().lower(text, reference)
  }
}

extension FileModel {
  func named(_ name: String) -> Declaration? { declarations.first { $0.name.text == name } }
}

extension RaiseSite {
  var text: MessageTemplate? { if case .text(let text) = message { text } else { nil } }
  var isSilent: Bool { if case .nothing = message { true } else { false } }
  var isUnreadable: Bool { if case .unreadable = message { true } else { false } }
}
