/// JUnit's XML, as most build servers read it: a test suite a file, a failed test a finding.
enum JUnitReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let count = input.findings.count
    text += "<testsuites name=\"mllint\" tests=\"\(max(count, 1))\" failures=\"\(count)\" errors=\"0\">\n"
    if count == 0 {
      text += "  <testsuite name=\"mllint\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
      text += "    <testcase name=\"no findings\" classname=\"mllint\"/>\n  </testsuite>\n"
    }
    var index = 0
    while index < count {
      let path = input.findings[index].path
      let group = input.findings[index...].prefix { $0.path == path }
      text +=
        "  <testsuite name=\"\(escaped(path))\" tests=\"\(group.count)\" failures=\"\(group.count)\" errors=\"0\">\n"
      for placed in group { text += testCase(placed) }
      text += "  </testsuite>\n"
      index = group.endIndex
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func testCase(_ placed: PlacedFinding) -> String {
    let finding = placed.finding
    let name = "\(finding.rule) at \(placed.start.line):\(placed.start.column)"
    return """
          <testcase name="\(escaped(name))" classname="\(escaped(placed.path))">
            <failure type="\(finding.severity.rawValue)" message="\(escaped(finding.message))">\
      \(escaped("\(placed.place): \(finding.message)"))</failure>
          </testcase>

      """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\r", "\t": result += "&#\(scalar.value);"
      // XML 1.0 has no way to write these.
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
