import LintSerialization

/// One line per entry, so that a diff of the file lists what was fixed and what was tolerated.
extension Baseline {
  private static let head = """
    # Findings that are known and tolerated: 'mllint check --baseline FILE' reports the others, 'mllint baseline prune'
    # removes entries whose findings are fixed. Written by 'mllint check --write-baseline FILE'.
    version: 1
    findings:
    """

  /// The baseline as YAML.
  package func write() -> String {
    guard !entries.isEmpty else { return Self.head + " []\n" }
    let lines = entries.map { entry in
      let fields: [(String, YAMLScalar)] = [
        ("fingerprint", .text(entry.fingerprint)), ("rule", .text(entry.rule)), ("path", .text(entry.path)),
        ("symbol", .text(entry.symbol)), ("count", YAMLScalar(String(entry.count))), ("message", .text(entry.message)),
      ]
      let mark = Mark(path: "", line: 1, column: 1)
      let pairs = fields.map { YAMLPair(key: $0.0, keyMark: mark, value: YAMLNode(.scalar($0.1), at: mark)) }
      return "- " + YAMLNode(.mapping(pairs), at: mark).flow
    }
    return Self.head + "\n" + lines.joined(separator: "\n") + "\n"
  }

  private struct File: Decodable {
    var version: Located<Int>
    var findings: [Item]
  }

  private struct Item: Decodable {
    var fingerprint: String
    var rule: String
    var path: String
    var symbol: String
    var count: Located<Int>
    var message: String
  }

  /// Reads what `write` wrote.
  ///
  /// - Throws: Where a key is unknown or missing, a value is of the wrong kind, or the file is of another version.
  package static func read(_ bytes: [UInt8], path: String) throws(YAMLError) -> Baseline {
    let file: File = try StrictDecoder.decode(from: .parse(bytes, path: path, maximumValues: 10_000_000))
    guard file.version.value == 1 else {
      throw YAMLError(
        at: file.version.mark, "a baseline of another version", expected: "version 1", found: "\(file.version.value)",
        advice: "regenerate it with --write-baseline")
    }
    return Baseline(
      entries: try file.findings.map { item throws(YAMLError) in
        guard item.count.value > 0 else {
          throw YAMLError(
            at: item.count.mark, "a count of tolerated flaws", expected: "1 or more", found: "\(item.count.value)")
        }
        return Entry(
          fingerprint: item.fingerprint, rule: item.rule, path: item.path, symbol: item.symbol, message: item.message,
          count: item.count.value)
      })
  }
}
