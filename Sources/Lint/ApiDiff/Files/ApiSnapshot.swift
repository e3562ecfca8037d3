import LintModel
import LintSerialization
import LintSourceText

/// A committed outline, `mllint-api.yml`: the API as last accepted.
///
/// One line per name, without source locations, so that a diff of the file is a diff of the API.
package enum ApiSnapshot {
  package static let fileName = "mllint-api.yml"

  private static let head = """
    # The public API that callers rely on. Written by 'mllint api --write'; do not edit.
    version: 1
    symbols:

    """

  package static func write(_ outline: ApiOutline) -> [UInt8] {
    var bytes = Array(head.utf8)
    for symbol in outline.symbols { write(symbol, in: nil, to: &bytes) }
    if outline.isEmpty { bytes = Array(head.replacing("symbols:\n", with: "symbols: []\n").utf8) }
    return bytes
  }

  private static func write(_ symbol: ApiSymbol, in type: String?, to bytes: inout [UInt8]) {
    var writer = JSONWriter(isPretty: false)
    writer.object { object in
      if let type {
        object.key("in", type)
        object.key("name", symbol.name)
      } else {
        object.key("path", symbol.path)
        if last(symbol.path) != symbol.name { object.key("name", symbol.name) }
      }
      object.key("kind", symbol.kind.rawValue)
      if let form = symbol.form { object.key("form", form) }
      if !symbol.generics.isEmpty { object.key("generics", symbol.generics) }
      if symbol.isHidden { object.key("hidden", true) }
      if !symbol.aliases.isEmpty { object.key("aliases", symbol.aliases) }
      if !symbol.traits.isEmpty { object.key("traits", symbol.traits.sorted().map(\.rawValue)) }
      if !symbol.bases.isEmpty { object.key("bases", symbol.bases) }
      if symbol.isCallable { object.key("parameters", ApiSignature.parameters(symbol.parameters)) }
      if let returns = symbol.returns { object.key("returns", ApiSignature.oneLine(returns)) }
      if let thrown = symbol.thrown { object.key("throws", thrown) }
      if let value = symbol.value { object.key("value", ApiSignature.oneLine(value)) }
      let raises = Set(symbol.raises.map(\.type)).sorted()
      if !raises.isEmpty { object.key("raises", raises) }
      if let deprecation = symbol.deprecation, !deprecation.isEmpty { object.key("deprecated", deprecation) }
    }
    bytes += "- ".utf8
    bytes += writer.bytes
    bytes.append(UInt8(ascii: "\n"))
    let path = type.map { "\($0).\(symbol.name)" } ?? symbol.path
    for member in symbol.statedMembers { write(member, in: path, to: &bytes) }
  }

  private static func last(_ path: String) -> String { path.split(separator: ".").last.map(String.init) ?? path }

  // MARK: Reading

  private struct File: Decodable {
    var version: Located<Int>
    var symbols: [Item]
  }

  private struct Item: Decodable {
    var line: Int
    var fields: Fields

    init(from decoder: any Decoder) throws {
      let node = try YAMLNode(from: decoder)
      line = node.mark.line
      fields = try StrictDecoder.decode(from: node)
    }
  }

  private struct Fields: Decodable {
    var `in`: String?
    var path: String?
    var name: String?
    var kind: ApiSymbol.Kind
    var form: String?
    var hidden: Bool?
    var aliases: [String]?
    var traits: [ApiSymbol.Trait]?
    var bases: [String]?
    var parameters: [String]?
    var returns: String?
    var `throws`: String?
    var value: String?
    var raises: [String]?
    var generics: [String]?
    var deprecated: String?
  }

  /// Reads a snapshot's symbols.
  package static func read(_ bytes: [UInt8], path: String) throws(YAMLError) -> [ApiSymbol] {
    let file: File = try StrictDecoder.decode(from: .parse(bytes, path: path, maximumValues: 10_000_000))
    guard file.version.value == 1 else {
      throw YAMLError(
        at: file.version.mark, "unsupported snapshot version", expected: "1", found: "\(file.version.value)",
        advice: "regenerate it with 'mllint api --write \(path)'")
    }
    let lines = LineRanges(bytes)
    var tops: [ApiSymbol] = []
    // Members follow their type; `open` are the types around the line at hand.
    var open: [(path: String, symbol: ApiSymbol)] = []
    func close(until type: String?) {
      while let last = open.last, last.path != type {
        open.removeLast()
        if open.isEmpty { tops.append(last.symbol) } else { open[open.count - 1].symbol.members.append(last.symbol) }
      }
    }
    for item in file.symbols {
      let fields = item.fields
      close(until: fields.in)
      guard let symbol = symbol(fields, ApiPlace(path: path, range: lines[item.line], line: item.line)),
        fields.in == open.last?.path
      else {
        throw YAMLError(
          at: Mark(path: path, line: item.line, column: 3), "this member has no enclosing type",
          advice: "regenerate the snapshot with 'mllint api --write \(path)'")
      }
      open.append((fields.in.map { "\($0).\(symbol.name)" } ?? symbol.path, symbol))
    }
    close(until: nil)
    return tops
  }

  private static func symbol(_ fields: Fields, _ place: ApiPlace) -> ApiSymbol? {
    guard let name = fields.name ?? fields.path.map(last) else { return nil }
    var symbol = ApiSymbol(fields.kind, name, at: place)
    symbol.path = fields.path ?? ""
    symbol.form = fields.form
    symbol.isHidden = fields.hidden ?? false
    symbol.aliases = fields.aliases ?? []
    symbol.traits = Set(fields.traits ?? [])
    symbol.bases = fields.bases ?? []
    symbol.parameters = ParameterText.read(fields.parameters ?? [], isSwift: name.contains("("))
    symbol.returns = fields.returns
    symbol.thrown = fields.throws
    symbol.value = fields.value
    symbol.generics = fields.generics ?? []
    symbol.deprecation = fields.deprecated
    symbol.raises = (fields.raises ?? []).map { ApiRaise(type: $0) }
    return symbol
  }
}

/// Where the lines of a file of entries are, the sign of a list's entry left out.
struct LineRanges {
  private var ranges: [SourceRange] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
      var (first, last) = (start, index)
      while first < last, [0x20, 0x2D].contains(bytes[first]) { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      ranges.append(SourceRange(start: UInt32(first), end: UInt32(last)))
      start = index + 1
    }
  }

  /// The contents of a line, counted from 1.
  subscript(line: Int) -> SourceRange { ranges.indices.contains(line - 1) ? ranges[line - 1] : .fileStart }
}

/// Reads parameters as `ApiSignature` writes them.
enum ParameterText {
  static func read(_ texts: [String], isSwift: Bool) -> [ApiParameter] {
    var result: [ApiParameter] = []
    var isKeywordOnly = false
    for text in texts {
      if text == "/" {
        for index in result.indices { result[index].kind = .positionalOnly }
      } else if text == "*" {
        isKeywordOnly = true
      } else {
        var parameter = isSwift ? swift(text) : python(text)
        if parameter.kind == .variadicPositional { isKeywordOnly = true }
        if isKeywordOnly, !isSwift, !parameter.isVariadic { parameter.kind = .keywordOnly }
        result.append(parameter)
      }
    }
    return result
  }

  private static func python(_ text: String) -> ApiParameter {
    let stars = text.prefix { $0 == "*" }.count
    let (name, annotation, value) = parts(String(text.dropFirst(stars)))
    let kind: Parameter.Kind =
      stars == 2 ? .variadicKeyword : stars == 1 ? .variadicPositional : .positionalOrKeyword
    return ApiParameter(name: name, kind: kind, annotation: annotation, defaultValue: value)
  }

  private static func swift(_ text: String) -> ApiParameter {
    let (names, annotation, value) = parts(text)
    let words = names.split(separator: " ").map(String.init)
    let label = words.first ?? names
    let isVariadic = annotation?.hasSuffix("...") == true
    return ApiParameter(
      name: words.last ?? names, label: label,
      kind: isVariadic ? .variadicPositional : label == "_" ? .positionalOnly : .keywordOnly,
      annotation: isVariadic ? annotation.map { String($0.dropLast(3)) } : annotation, defaultValue: value)
  }

  /// Name, annotation and default. A default may hold colons, an annotation no bare `=`.
  private static func parts(_ text: String) -> (name: String, annotation: String?, value: String?) {
    let sides = ApiText.split(text, at: "=", maximum: 1)
    let declared = ApiText.split(sides.first ?? text, at: ":", maximum: 1)
    return (declared.first ?? text, declared.count > 1 ? declared[1] : nil, sides.count > 1 ? sides[1] : nil)
  }
}
