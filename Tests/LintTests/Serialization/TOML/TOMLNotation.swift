import LintSerialization

/// Writes a document as one line of ASCII, as `tomllib_oracle.py` does: `{61:i1}` for `a = 1`.
enum TOMLNotation {
  static func write(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): write(scalar)
    case .sequence(let items): "[" + items.map(write).joined(separator: ",") + "]"
    case .mapping(let pairs): "{" + pairs.map { "\(hex($0.key.utf8)):\(write($0.value))" }.joined(separator: ",") + "}"
    }
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func write(_ scalar: YAMLScalar) -> String {
    switch scalar.value {
    case .null: "null"
    case .bool(let value): value ? "b1" : "b0"
    case .int(let value): "i\(value)"
    case .float(let value):
      value.isNaN
        ? "fnan" : "f" + hex((0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(56 - 8 * $0)) })
    case .string(let text): scalar.style == .plain ? "d" + date(text) : "s" + hex(text.utf8)
    }
  }

  /// Normalized to the letter T, six fractional digits and a numeric offset.
  private static func date(_ text: String) -> String {
    let written = text.uppercased().replacing(" ", with: "T").replacing("Z", with: "+00:00")
    guard written.contains(":") else { return written }
    var head = written
    var offset = ""
    if let time = written.firstIndex(of: "T"), let sign = written[time...].lastIndex(where: { $0 == "+" || $0 == "-" })
    {
      offset = String(written[sign...]).replacing("-00:00", with: "+00:00")
      head = String(written[..<sign])
    }
    let parts = head.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1].prefix(6) : ""
    return parts[0] + "." + fraction + String(repeating: "0", count: 6 - fraction.count) + offset
  }
}
