import LintSourceText

/// The blocks below `if __name__ == "__main__":`, which nobody who imports the module runs.
struct MainBlocks {
  private var ranges: [Range<Int>] = []

  init(in text: SourceText) {
    let bytes = text.bytes
    var index = 0
    while let found = Bytes.find("if __name__ ==", in: bytes[index...]) {
      index = found + 1
      guard found == 0 || bytes[found - 1] == 0x0A else { continue }
      var end = found
      while let line = bytes[end...].firstIndex(of: 0x0A), line + 1 < bytes.count {
        end = line + 1
        if ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[end]) { break }
      }
      if end == found || bytes[end...].firstIndex(of: 0x0A) == nil && bytes[end] == 0x20 { end = bytes.count }
      ranges.append(found..<max(end, found))
    }
  }

  func contains(_ range: SourceRange) -> Bool { ranges.contains { $0.contains(Int(range.start)) } }
}
