/// One line a finding, for editors, `grep` and people in a hurry.
enum ConciseReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    var bytes: [UInt8] = []
    for placed in input.findings {
      let finding = placed.finding
      let message = finding.message.split(separator: "\n").joined(separator: " ")
      bytes += "\(placed.place): \(finding.severity.rawValue)[\(finding.rule)] \(message)\n".utf8
    }
    return bytes
  }
}
