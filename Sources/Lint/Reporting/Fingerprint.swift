import LintModel

/// A finding's identity that survives edits elsewhere: rule, symbol and message without its numbers, not lines.
enum Fingerprint {
  /// One for each finding, in order. The second of two that would be equal gets an ordinal.
  static func all(of findings: [Finding]) -> [String] {
    var seen: [UInt64: Int] = [:]
    return findings.map { finding in
      let hash = hash(of: finding)
      let ordinal = seen[hash, default: 0]
      seen[hash] = ordinal + 1
      let text = hexadecimal(hash)
      return ordinal == 0 ? text : "\(text)-\(ordinal + 1)"
    }
  }

  /// Without an ordinal: equal for findings that only their places tell apart.
  static func base(of finding: Finding) -> String { hexadecimal(hash(of: finding)) }

  private static func hexadecimal(_ hash: UInt64) -> String {
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  /// FNV-1a over the parts. A finding without symbol belongs to its file.
  private static func hash(of finding: Finding) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    finding.rule.utf8.forEach(add)
    add(0)
    (finding.symbol.isEmpty ? finding.location.path : finding.symbol).utf8.forEach(add)
    add(0)
    // What sums up several flaws stays the same while their number and their names change.
    if finding.count != nil { return hash }
    for byte in finding.message.utf8 where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { add(byte) }
    return hash
  }
}
