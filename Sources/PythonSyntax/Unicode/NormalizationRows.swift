/// The entries of a table for normalization: `scalar=entry,entry;scalar=entry` in hexadecimal, for runs of scalars.
///
/// An entry is one or more values with spaces between them, after a `+` if they compose. `*count` repeats an entry for
/// that many scalars, and `^count` also adds 1 to its value each time.
struct NormalizationRows {
  let text: String

  func read(_ body: (_ scalar: UInt32, _ values: [UInt32], _ composes: Bool) -> Void) {
    for row in text.utf8.split(separator: UInt8(ascii: ";")) {
      let sides = row.split(separator: UInt8(ascii: "="))
      guard sides.count == 2, var scalar = UInt32(Substring(sides[0]), radix: 16) else { continue }
      for entry in sides[1].split(separator: UInt8(ascii: ",")) {
        let parts = entry.split { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "^") }
        let composes = parts[0].first == UInt8(ascii: "+")
        var values = (composes ? parts[0].dropFirst() : parts[0]).split(separator: UInt8(ascii: " "))
          .compactMap { UInt32(Substring($0), radix: 16) }
        for _ in 0..<(parts.count > 1 ? Int(Substring(parts[1])) ?? 1 : 1) {
          body(scalar, values, composes)
          scalar += 1
          if entry.contains(UInt8(ascii: "^")) { values[0] += 1 }
        }
      }
    }
  }
}
