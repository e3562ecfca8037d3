import LintSerialization

/// A validation as JSON.
package enum ValidationJSON {
  package static func write(_ report: ValidationReport, version: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { root in
      root.key("found", report.found)
      root.key("planted", report.planted)
      root.key("rows")
      root.array(report.rows) { write($1, to: &$0) }
      root.key("rules_without_sites", report.rulesWithoutSites)
      root.key("runs", report.runs)
      root.key("seed", Int(clamping: report.seed))
      root.key("tool")
      root.object { tool in
        tool.key("name", "mllint")
        tool.key("version", version)
      }
      root.key("version", 1)
    }
    return writer.finish()
  }

  private static func write(_ row: ValidationReport.Row, to writer: inout JSONWriter) {
    writer.object { object in
      object.key("flaw", row.flaw)
      object.key("found", row.found)
      object.key("outcomes")
      object.array(row.outcomes) { writer, outcome in
        writer.object {
          $0.key("diff", outcome.diff)
          $0.key("found", outcome.isFound)
          $0.key("line", outcome.line)
          $0.key("others", outcome.others)
          $0.key("path", outcome.path)
        }
      }
      object.key("planted", row.planted)
      object.key("rule", row.rule)
      object.key("sites", row.sites)
    }
  }
}
