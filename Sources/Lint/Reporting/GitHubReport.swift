/// Workflow commands, which GitHub shows beside the lines of a pull request.
enum GitHubReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    var bytes: [UInt8] = []
    for placed in input.findings {
      let finding = placed.finding
      let command = finding.severity == .note ? "notice" : finding.severity.rawValue
      var properties = ["file=\(escapedProperty(placed.path))"]
      // A cell's lines are not lines of the file: the annotation goes to the file, the place into the text.
      if placed.cell == nil {
        properties += ["line=\(placed.start.line)", "endLine=\(placed.end.line)"]
        if placed.start.line == placed.end.line {
          properties += ["col=\(placed.start.column)", "endColumn=\(placed.end.column)"]
        }
      }
      properties.append("title=\(escapedProperty("mllint (\(finding.rule))"))")
      let message = "\(placed.place): \(finding.message)"
      bytes += "::\(command) \(properties.joined(separator: ","))::\(escaped(message))\n".utf8
    }
    return bytes
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
