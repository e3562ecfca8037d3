import LintModel
import LintSerialization
import LintSourceText

/// One object with every finding: the format that other programs build on.
enum JSONReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { root in
      root.key("findings")
      root.array(input.findings) { write($1, input, to: &$0) }
      root.key("summary")
      root.object { summary in
        summary.key("baselined", input.result.baselined)
        summary.key("bytes", input.result.bytes)
        summary.key("files", input.result.files)
        summary.key("findings", input.findings.count)
        summary.key("seconds", input.seconds)
        summary.key("suppressed", input.result.suppressed)
      }
      root.key("tool")
      root.object { tool in
        tool.key("name", "mllint")
        tool.key("version", input.version)
      }
      root.key("version", 1)
    }
    return writer.finish()
  }

  private static func write(_ placed: PlacedFinding, _ input: ReportInput, to writer: inout JSONWriter) {
    let finding = placed.finding
    let page = input.pages[finding.rule]
    writer.object { object in
      object.key("cell", placed.cell)
      object.key("confidence", finding.confidence)
      object.key("end")
      write(placed.end, to: &object)
      object.key("fingerprint", placed.fingerprint)
      object.key("fix")
      write(finding.fix, to: &object)
      object.key("help", page?.fix.trimmed ?? "")
      object.key("message", finding.message)
      object.key("path", placed.path)
      object.key("principles", page?.principles ?? [])
      object.key("related")
      object.array(placed.related) { writer, related in
        writer.object {
          $0.key("cell", related.cell)
          $0.key("column", related.position.column)
          $0.key("line", related.position.line)
          $0.key("message", related.message)
          $0.key("path", related.path)
        }
      }
      object.key("rule", finding.rule)
      object.key("severity", finding.severity.rawValue)
      object.key("start")
      write(placed.start, to: &object)
      object.key("symbol", finding.symbol)
    }
  }

  private static func write(_ position: Position, to writer: inout JSONWriter) {
    writer.object {
      $0.key("column", position.column)
      $0.key("line", position.line)
      $0.key("offset", position.offset)
    }
  }

  private static func write(_ fix: Fix?, to writer: inout JSONWriter) {
    guard let fix else { return writer.null() }
    writer.object { object in
      object.key("edits")
      object.array(fix.edits) { writer, edit in
        writer.object {
          $0.key("end", Int(edit.range.end))
          $0.key("replacement", edit.replacement)
          $0.key("start", Int(edit.range.start))
        }
      }
      object.key("isSafe", fix.isSafe)
      object.key("title", fix.title)
    }
  }
}
