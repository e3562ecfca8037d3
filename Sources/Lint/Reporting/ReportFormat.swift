/// How findings are written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, concise, json, sarif, github, gitlab, junit

  package func write(_ input: ReportInput) -> [UInt8] {
    switch self {
    case .text: TextReport.write(input)
    case .concise: ConciseReport.write(input)
    case .json: JSONReport.write(input)
    case .sarif: SARIFReport.write(input)
    case .github: GitHubReport.write(input)
    case .gitlab: GitLabReport.write(input)
    case .junit: JUnitReport.write(input)
    }
  }
}
