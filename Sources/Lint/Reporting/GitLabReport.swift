import LintModel
import LintSerialization

/// GitLab's code quality report: a subset of Code Climate's.
enum GitLabReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    var writer = JSONWriter()
    writer.array(input.findings) { writer, placed in
      let finding = placed.finding
      writer.object { object in
        object.key("check_name", finding.rule)
        object.key("description", finding.message)
        object.key("fingerprint", placed.fingerprint)
        object.key("location")
        object.object { location in
          location.key("lines")
          location.object {
            $0.key("begin", placed.start.line)
            $0.key("end", placed.end.line)
          }
          location.key("path", placed.path)
        }
        object.key("severity", severity(finding.severity))
      }
    }
    return writer.finish()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
