import LintModel
import LintSourceText

/// Finds the attributes that a class gives its instances other than by plain assignments in `__init__`: by unpacking, in
/// other methods, or by calls such as `register_buffer("mean", ...)`.
struct PythonAttributes {
  private let bytes: [UInt8]
  private(set) var names: [(name: String, offset: Int)] = []
  /// Whether names are computed, as in `setattr(self, key, value)` and `self.__dict__.update(options)`.
  private(set) var areOpen = false

  init(in text: SourceText, _ range: SourceRange) {
    bytes = text.bytes
    let end = min(Int(range.end), bytes.count)
    var index = min(Int(range.start), end)
    while let found = Bytes.find("self", in: bytes[index..<end]) {
      index = found + 4
      guard index < end, found == 0 || !Self.isWord(bytes[found - 1]) else { continue }
      if bytes[index] == UInt8(ascii: ".") {
        readAttribute(at: index + 1, end)
      } else if bytes[index] == UInt8(ascii: ","),
        Bytes.ends(bytes[..<found], with: "setattr(")
          || Bytes.ends(bytes[..<found], with: "__setattr__(")
      {
        readName(after: index + 1, end)
      } else if bytes[index] == UInt8(ascii: ")"), Bytes.ends(bytes[..<found], with: "vars(") {
        areOpen = areOpen || Bytes.begins(bytes[(index + 1)..<end], with: ".update(")
      }
    }
  }

  private mutating func readAttribute(at start: Int, _ end: Int) {
    var index = start
    while index < end, Self.isWord(bytes[index]) { index += 1 }
    guard index > start, index < end else { return }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    switch name {
    case "register_buffer", "register_parameter", "add_module", "register_module", "add_state":
      if bytes[index] == UInt8(ascii: "(") { readName(after: index + 1, end) }
    case "__dict__": areOpen = areOpen || Bytes.begins(bytes[index..<end], with: ".update(")
    default: if isTarget(after: index, end) { names.append((name, start)) }
    }
  }

  /// The name in the string literal that comes next; none means that it is computed.
  private mutating func readName(after start: Int, _ end: Int) {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    guard index < end, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index]) else {
      areOpen = true
      return
    }
    let first = index + 1
    index = first
    while index < end, Self.isWord(bytes[index]) { index += 1 }
    names.append((String(decoding: bytes[first..<index], as: UTF8.self), first))
  }

  /// Whether what stands before an offset is given a value: `=`, `: int =`, or a part of a tuple before a `=`.
  private func isTarget(after start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard index < end else { return false }
    switch bytes[index] {
    case UInt8(ascii: "="): return index + 1 < end && bytes[index + 1] != UInt8(ascii: "=")
    case UInt8(ascii: ":"): return isStatement(before: start) || isNamedByWith(before: start)
    case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"): return isUnpacked(index, end)
    default: return Bytes.begins(bytes[index..<end], with: "in ") && isLoop(before: start)
    }
  }

  /// Whether nothing is before `self` in the line.
  private func isStatement(before offset: Int) -> Bool { lineStart(of: offset).elementsEqual("self".utf8) }

  /// `with open(path) as self.file:`.
  private func isNamedByWith(before offset: Int) -> Bool {
    guard let dot = bytes[..<offset].lastIndex(of: UInt8(ascii: ".")) else { return false }
    return Bytes.ends(bytes[..<dot], with: " as self")
  }

  private func isLoop(before offset: Int) -> Bool { Bytes.begins(lineStart(of: offset), with: "for ") }

  private func lineStart(of offset: Int) -> ArraySlice<UInt8> {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while start < offset, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    let dot = bytes[start..<offset].firstIndex(of: UInt8(ascii: "."))
    return bytes[start..<(dot ?? offset)]
  }

  /// Whether a single `=` comes after names, commas and brackets alone, which are also all that is before.
  private func isUnpacked(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "="), isPartOfTargets(bytes[index]) { index += 1 }
    guard index + 1 < end, bytes[index] == UInt8(ascii: "="), bytes[index + 1] != UInt8(ascii: "=") else {
      return false
    }
    var first = start
    var depth = 0
    while first > 0, bytes[first - 1] != 0x0A {
      first -= 1
      guard isPartOfTargets(bytes[first]) else { return false }
      if bytes[first] == UInt8(ascii: "(") { depth += 1 } else if bytes[first] == UInt8(ascii: ")") { depth -= 1 }
      // An argument of a call: `fit(self.x, y=2)`.
      if bytes[first] == UInt8(ascii: "("), first > 0, Self.isWord(bytes[first - 1]) { return false }
    }
    return true
  }

  private func isPartOfTargets(_ byte: UInt8) -> Bool { Self.isWord(byte) || " \t,.()[]*".utf8.contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}

extension Bytes {
  /// Whether some bytes end with a text.
  static func ends(_ bytes: ArraySlice<UInt8>, with text: StaticString) -> Bool {
    bytes.suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
