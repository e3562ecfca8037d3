import LintSourceText

/// The blocks below `if __name__ == "__main__":`, which nobody who imports the module runs.
struct MainBlocks {
  private var ranges: [Range<Int>] = []

  init(in text: SourceText) {
    let bytes = text.bytes
    var index = 0
    while let name = Bytes.find("__main__", in: bytes[index...]) {
      index = name + 1
      let found = (bytes[..<name].lastIndex(of: 0x0A) ?? -1) + 1
      guard Bytes.begins(bytes[found...], with: "if "), Bytes.find("__name__", in: bytes[found...].prefix(60)) != nil
      else { continue }
      // Up to the next line that is not indented.
      var end = found
      repeat {
        end = bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      } while end < bytes.count && [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[end])
      ranges.append(found..<end)
    }
  }

  func contains(_ range: SourceRange) -> Bool { ranges.contains { $0.contains(Int(range.start)) } }
}
