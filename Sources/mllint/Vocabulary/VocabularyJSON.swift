import LintRuleKit
import LintSerialization

/// Vocabularies as JSON; keys sorted.
struct VocabularyJSON {
  private let reports: [VocabularyReport]

  init(_ reports: [VocabularyReport]) { self.reports = reports }

  func write() -> [UInt8] {
    var writer = JSONWriter()
    let lines = LineNumbers()
    writer.object { root in
      root.key("distributions")
      root.array(reports) { writer, report in
        writer.object { object in
          object.key("affixes")
          object.array(report.affixes) { writer, affix in
            writer.object {
              $0.key("affix", affix.affix.pattern)
              $0.key("signatures", affix.uses)
            }
          }
          object.key("entries")
          object.array(report.entries) { $1.write(to: &$0, lines) }
          object.key("name", report.title)
          object.key("orders")
          object.array(report.orders) { writer, order in
            writer.object {
              $0.key("pair", order.pair.pair)
              $0.key("reversed", order.counts.reversed.count)
              $0.key("usual", order.counts.usual.count)
            }
          }
        }
      }
      root.key("tool")
      root.object {
        $0.key("name", "mllint")
        $0.key("version", version)
      }
      root.key("version", 1)
    }
    return writer.finish()
  }
}

extension VocabularyEntry {
  fileprivate func write(to writer: inout JSONWriter, _ lines: LineNumbers) {
    writer.object { object in
      object.key("concept", id)
      object.key("meaning", meaning)
      object.key("names")
      object.array(names) { $1.write(to: &$0, lines) }
      object.key("share", share)
      object.key("signatures", uses)
      object.key("state", state.rawValue)
      object.key("word", word)
    }
  }
}

extension VocabularyEntry.Usage {
  fileprivate func write(to writer: inout JSONWriter, _ lines: LineNumbers) {
    writer.object { object in
      object.key("examples")
      object.array(examples) { writer, example in
        writer.object {
          $0.key("line", lines.line(of: example.location))
          $0.key("path", example.location.path)
          $0.key("surface", example.place.signature.surface.rawValue)
          $0.key("symbol", example.place.signature.symbol)
          $0.key("text", example.parameter.text)
        }
      }
      object.key("keys", surfaces[.keys] ?? 0)
      object.key("languages")
      object.object { languages in
        for (language, count) in self.languages.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          languages.key(language.rawValue, count)
        }
      }
      object.key("name", name)
      object.key("options", surfaces[.options] ?? 0)
      object.key("packages")
      object.object { packages in
        for (package, count) in self.packages.sorted(by: { $0.name < $1.name }) { packages.key(package, count) }
      }
      object.key("parameters", surfaces[.parameters] ?? 0)
      object.key("signatures", uses)
      object.key("text", text)
    }
  }
}
