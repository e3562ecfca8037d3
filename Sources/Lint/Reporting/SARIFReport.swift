import LintCatalog
import LintModel
import LintSerialization
import LintSourceText

/// SARIF 2.1.0, which code scanning services read.
enum SARIFReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    let rules = Array(Set(input.findings.map(\.finding.rule))).sorted(by: Paths.precedes)
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    var writer = JSONWriter()
    writer.object { root in
      root.key("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      root.key("runs")
      root.array([0]) { writer, _ in
        writer.object { run in
          run.key("columnKind", "unicodeCodePoints")
          run.key("results")
          run.array(input.findings) { write($1, ruleIndex: indices[$1.finding.rule], to: &$0) }
          run.key("tool")
          run.object { tool in
            tool.key("driver")
            tool.object { driver in
              driver.key("name", "mllint")
              driver.key("rules")
              driver.array(rules) { write(rule: $1, input.pages[$1], to: &$0) }
              driver.key("version", input.version)
            }
          }
        }
      }
      root.key("version", "2.1.0")
    }
    return writer.finish()
  }

  private static func write(rule: String, _ page: PageHeader?, to writer: inout JSONWriter) {
    writer.object { object in
      object.key("defaultConfiguration")
      object.object { $0.key("level", (page?.severity ?? .warning).rawValue) }
      object.key("help")
      object.object { $0.key("text", page?.fix.trimmed ?? rule) }
      object.key("id", rule)
      object.key("name", rule)
      object.key("properties")
      object.object { properties in
        properties.key("tags", ([page?.family].compactMap { $0 }) + (page?.principles ?? []))
      }
      object.key("shortDescription")
      object.object { $0.key("text", page?.summary ?? rule) }
    }
  }

  private static func write(_ placed: PlacedFinding, ruleIndex: Int?, to writer: inout JSONWriter) {
    let finding = placed.finding
    writer.object { object in
      // Edits count bytes of the decoded text; a notebook's file holds another.
      if let fix = finding.fix, placed.cell == nil { write(fix, path: placed.path, to: &object) }
      object.key("level", finding.severity.rawValue)
      object.key("locations")
      object.array([placed]) { writer, placed in
        writer.object { location in
          if !finding.symbol.isEmpty {
            location.key("logicalLocations")
            location.array([finding.symbol]) { writer, symbol in
              writer.object { $0.key("fullyQualifiedName", symbol) }
            }
          }
          physical(placed.path, placed.start, placed.end, to: &location)
        }
      }
      object.key("message")
      object.object { $0.key("text", placed.cell.map { "cell \($0): \(finding.message)" } ?? finding.message) }
      object.key("partialFingerprints")
      object.object { $0.key("mllint/v1", placed.fingerprint) }
      object.key("relatedLocations")
      object.array(placed.related.enumerated()) { writer, item in
        writer.object { location in
          location.key("id", item.offset)
          location.key("message")
          location.object { $0.key("text", item.element.message) }
          physical(item.element.path, item.element.position, item.element.position, to: &location)
        }
      }
      object.key("ruleId", finding.rule)
      object.key("ruleIndex", ruleIndex)
    }
  }

  private static func physical(_ path: String, _ start: Position, _ end: Position, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { location in
      artifact(path, to: &location)
      location.key("region")
      location.object {
        $0.key("endColumn", end.column)
        $0.key("endLine", end.line)
        $0.key("startColumn", start.column)
        $0.key("startLine", start.line)
      }
    }
  }

  private static func artifact(_ path: String, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { $0.key("uri", uri(path)) }
  }

  private static func write(_ fix: Fix, path: String, to writer: inout JSONWriter) {
    writer.key("fixes")
    writer.array([fix]) { writer, fix in
      writer.object { object in
        object.key("artifactChanges")
        object.array([fix.edits]) { writer, edits in
          writer.object { change in
            artifact(path, to: &change)
            change.key("replacements")
            change.array(edits) { writer, edit in
              writer.object { replacement in
                replacement.key("deletedRegion")
                replacement.object {
                  $0.key("byteLength", Int(edit.range.end) - Int(edit.range.start))
                  $0.key("byteOffset", Int(edit.range.start))
                }
                replacement.key("insertedContent")
                replacement.object { $0.key("text", edit.replacement) }
              }
            }
          }
        }
        object.key("description")
        object.object { $0.key("text", fix.title) }
      }
    }
  }

  /// A relative reference: every byte that a URI gives a meaning is percent-encoded.
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
