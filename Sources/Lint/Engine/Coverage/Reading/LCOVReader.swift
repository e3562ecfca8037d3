import LintModel

/// Reads LCOV: records of lines such as `SF:nets/dense.py`, `DA:12,1`, `end_of_record`.
enum LCOVReader {
  static func recognizes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes[start...].drop { $0 <= 0x20 }
    return text.starts(with: "TN:".utf8) || text.starts(with: "SF:".utf8)
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ name: String) throws(CoverageError) -> CoverageReport {
    var report = CoverageReport(kind: .lcov, name: name)
    var path: String?
    var lines = LineCoverage()
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      let offset = start
      start = end + 1
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        let text = String(decoding: line, as: UTF8.self)
        if text == "end_of_record", let known = path {
          report.add(lines, to: known)
          path = nil
          lines = LineCoverage()
        } else if text != "end_of_record", !text.allSatisfy(\.isWhitespace), !text.hasPrefix("#") {
          throw CoverageError(
            "invalid LCOV line; expected a record such as 'DA:12,1', found '\(text.prefix(40))'", at: offset,
            in: bytes, of: name)
        }
        continue
      }
      let value = line[(colon + 1)...]
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "SF": path = String(decoding: value, as: UTF8.self)
      case "DA":
        let parts = value.split(separator: UInt8(ascii: ","))
        guard path != nil, parts.count >= 2, let number = Int(String(decoding: parts[0], as: UTF8.self)),
          let count = Double(String(decoding: parts[1], as: UTF8.self))
        else {
          throw CoverageError(
            path == nil
              ? "lines before the first 'SF:' belong to no file; regenerate the report"
              : "expected 'DA:<line>,<count>', found '\(String(decoding: line, as: UTF8.self).prefix(40))'",
            at: offset, in: bytes, of: name)
        }
        lines.note(number, isReached: count > 0)
      case "BRDA":
        lines.branches += 1
        if let taken = value.last, taken != UInt8(ascii: "-"), !value.suffix(2).elementsEqual(",0".utf8) {
          lines.takenBranches += 1
        }
      // Function records, totals and checks repeat what the lines say.
      default: continue
      }
    }
    guard path == nil else {
      throw CoverageError(
        "this LCOV report ends in the middle of a record; expected 'end_of_record'; regenerate the report",
        at: bytes.count,
        in: bytes, of: name)
    }
    return report
  }
}
