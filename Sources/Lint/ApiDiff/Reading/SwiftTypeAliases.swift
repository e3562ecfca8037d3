import LintModel
import LintSourceText

/// Finds the public type aliases of a Swift file, which the model leaves out.
struct SwiftTypeAliases {
  private let file: SourceFile
  private let bytes: [UInt8]

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.text.bytes
  }

  /// The aliases right inside a declaration, or at the top of the file for -1.
  func symbols(_ places: DeclarationPlaces) -> [Int: [ApiSymbol]] {
    var found: [Int: [ApiSymbol]] = [:]
    var index = 0
    while let start = Bytes.find("typealias ", in: bytes[index...]) {
      index = start + 10
      guard start == 0 || !Self.isWord(bytes[start - 1]), let symbol = symbol(at: start, places) else { continue }
      let owner = owner(of: start)
      guard let owner else { continue }
      let isInPublicGroup =
        owner >= 0 && file.model.declarations[owner].kind == .type
        && Self.stated("public", before: file.model.declarations[owner].name.range, in: file.text)
        && ["protocol", "extension"].contains {
          Self.stated($0, before: file.model.declarations[owner].name.range, in: file.text)
        }
      guard isPublic(start) || isInPublicGroup else { continue }
      if owner >= 0, !file.model.declarations[owner].isPublic { continue }
      found[owner, default: []].append(symbol)
    }
    return found
  }

  private func symbol(at start: Int, _ places: DeclarationPlaces) -> ApiSymbol? {
    let line = lineStart(start)
    // In a comment, or a text.
    guard !bytes[line..<start].contains(where: { "/\"*".utf8.contains($0) }) else { return nil }
    var index = start + 10
    let first = index
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    guard index > first else { return nil }
    let name = SourceRange(start: UInt32(first), end: UInt32(index))
    guard let equals = bytes[index...].prefix(200).firstIndex(of: UInt8(ascii: "=")) else { return nil }
    var symbol = ApiSymbol(.type, file.text[name], at: places.place(name))
    symbol.form = "typealias"
    symbol.traits = [.typeAlias]
    symbol.generics = SwiftGenerics.names(String(decoding: bytes[index..<equals], as: UTF8.self))
    symbol.value = ApiSignature.oneLine(value(from: equals + 1))
    let head = String(decoding: bytes[attributesStart(line)..<start], as: UTF8.self)
    symbol.deprecation = SwiftAvailability(head).deprecation
    if symbol.deprecation != nil { symbol.traits.insert(.deprecated) }
    return symbol
  }

  /// The type, up to the end of the line on which its brackets are closed.
  private func value(from start: Int) -> String {
    var depth = 0
    var index = start
    var hasContent = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return String(decoding: bytes[start..<index], as: UTF8.self) }
        depth -= 1
      case UInt8(ascii: ";") where depth == 0: return String(decoding: bytes[start..<index], as: UTF8.self)
      case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/"):
        return String(decoding: bytes[start..<index], as: UTF8.self)
      case 0x0A where depth == 0 && hasContent && !continues(index):
        return String(decoding: bytes[start..<index], as: UTF8.self)
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: hasContent = true
      }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Whether a type goes on after the end of a line: `A &`, or `->` at the start of the next.
  private func continues(_ newline: Int) -> Bool {
    let last = bytes[..<newline].last { $0 != 0x20 && $0 != 0x09 }
    let next = bytes[(newline + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    return last == UInt8(ascii: "&")
      || last == UInt8(ascii: ">") && bytes[..<newline].suffix(2).elementsEqual("->".utf8)
      || next.first == UInt8(ascii: "&") || next.starts(with: "->".utf8)
  }

  private func isPublic(_ start: Int) -> Bool {
    let words = String(decoding: bytes[attributesStart(lineStart(start))..<start], as: UTF8.self)
    return words.split { !$0.isLetter }.contains { $0 == "public" || $0 == "open" }
  }

  /// Lines with attributes before a declaration belong to it.
  private func attributesStart(_ line: Int) -> Int {
    var start = line
    while start > 0 {
      let previous = lineStart(start - 1)
      guard bytes[previous...].drop(while: { $0 == 0x20 || $0 == 0x09 }).first == UInt8(ascii: "@") else { break }
      start = previous
    }
    return start
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The type around an offset, -1 at the top; nil in a function.
  private func owner(of offset: Int) -> Int? {
    var owner = -1
    for (index, declaration) in file.model.declarations.enumerated() {
      guard declaration.range.start <= offset, offset < declaration.range.end else { continue }
      if declaration.kind != .type { return nil }
      owner = index
    }
    return owner
  }

  /// Whether a word is among the last few before a name.
  private static func stated(_ word: String, before name: SourceRange, in text: SourceText) -> Bool {
    let before = text.bytes[..<Int(name.start)].suffix(80)
    let line = before.lastIndex(of: 0x0A).map { before[before.index(after: $0)...] } ?? before
    return String(decoding: line, as: UTF8.self).split { !$0.isLetter }.contains { $0 == word }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}

/// The generic parameters of a clause such as `<Element: Sendable, each T>`.
enum SwiftGenerics {
  static func names(_ text: String) -> [String] {
    let text = text.trimmed
    guard text.hasPrefix("<") else { return [] }
    var depth = 0
    var inside = ""
    for character in text {
      if character == ">" { depth -= 1 }
      if depth == 0, !inside.isEmpty || character == ">" { break }
      if depth > 0 { inside.append(character) }
      if character == "<" { depth += 1 }
    }
    return split(inside).map { parameter in
      let name = parameter.prefix { $0 != ":" && $0 != "=" }
      return name.split(separator: " ").last.map(String.init) ?? parameter
    }
  }

  /// Splits at commas outside of brackets of every kind.
  static func split(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "<([".contains(character) { depth += 1 } else if ">)]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}
