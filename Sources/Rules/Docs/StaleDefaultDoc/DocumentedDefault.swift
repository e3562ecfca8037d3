import LintModel
import LintSourceText

/// A default that the documentation of a parameter or field states, and the one in the code.
struct DocumentedDefault {
  let name: String
  /// The name of the function or type for callers.
  let owner: String
  let declaration: Int
  let stated: StatedDefault
  /// Where the documentation states it.
  let range: SourceRange
  /// The default in the code, as written; nil if there is none.
  let actual: String?
  /// The value of the default if it is a constant.
  let value: String
  /// The place of the default or, where there is none, of the parameter.
  let actualRange: SourceRange?

  /// The documented defaults of a file that differ from those in its code.
  static func stale(in file: SourceFile) -> [DocumentedDefault] {
    DocumentedSignature.all(in: file).flatMap { signature in
      signature.parameters.flatMap { parameter -> [DocumentedDefault] in
        guard let value = parameter.defaultValue else { return staleOfRequired(parameter, of: signature, in: file) }
        return signature.entries.compactMap {
          DocumentedDefault(
            $0, name: parameter.name.text, actual: value, at: parameter.defaultRange, owner: signature.name,
            declaration: signature.declaration, in: file)
        }
      } + staleKeywords(of: signature, in: file)
    } + staleFields(in: file) + staleProperties(in: file)
  }

  /// The stored properties of Swift, whose comments state defaults: `/// Step size; defaults to 0.1.`
  private static func staleProperties(in file: SourceFile) -> [DocumentedDefault] {
    guard file.language == .swift else { return [] }
    return file.model.declarations.indices.compactMap { index in
      let property = file.model.declarations[index]
      guard property.kind == .property, property.isPublic, let doc = property.doc, let parent = property.parent,
        property.flags.isDisjoint(with: [.isStatic, .isProperty, .isAbstract]),
        let (value, place) = initialValue(of: property, in: file)
      else { return nil }
      let start = SourceRange(start: doc.range.start, end: doc.range.start)
      let entry = Doc.Entry(name: Name(property.name.text, at: start), text: doc.summary, range: doc.range)
      return DocumentedDefault(
        entry, name: property.name.text, actual: value, at: place, owner: file.model.declarations[parent].name.text,
        declaration: index, in: file)
    }
  }

  /// The literal, or the `.case`, with which a stored property begins.
  private static func initialValue(of property: Declaration, in file: SourceFile) -> (String, SourceRange)? {
    let bytes = file.text.bytes
    let end = min(Int(property.range.end), bytes.count)
    guard let sign = bytes[from: Int(property.name.range.end), to: end].firstIndex(of: UInt8(ascii: "=")) else {
      return nil
    }
    var start = sign + 1
    while start < end, bytes[start] == 0x20 { start += 1 }
    var stop = start
    while stop < end, bytes[stop] != 0x0A, bytes[stop] != UInt8(ascii: "{") { stop += 1 }
    while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
    let range = SourceRange(start: UInt32(start), end: UInt32(stop))
    let value = file.text[range]
    return LiteralValue(value) != nil || value.hasPrefix(".") ? (value, range) : nil
  }

  /// A default that is stated for a parameter which callers must pass.
  private static func staleOfRequired(
    _ parameter: Parameter, of signature: DocumentedSignature, in file: SourceFile
  ) -> [DocumentedDefault] {
    let function = file.model.declarations[signature.declaration]
    // A decorator may fill it in, and `None` may stand for the default.
    guard !parameter.isVariadic, !signature.mayInherit, function.attributes.isEmpty,
      function.flags.isDisjoint(with: [.isOverload, .isStub, .isAbstract, .isConstant, .isOverride]),
      parameter.annotation.map({ !$0.contains("None") && !$0.contains("Optional") && !$0.hasSuffix("?") }) ?? true
    else { return [] }
    return signature.entries.compactMap { entry in
      guard entry.name.text == parameter.name.text, !entry.text.contains("None"),
        entry.type?.contains("None") != true, let (stated, range) = statement(in: entry, file),
        stated.value != LiteralValue.none
      else { return nil }
      return DocumentedDefault(
        name: parameter.name.text, owner: signature.name, declaration: signature.declaration, stated: stated,
        range: range, actual: nil, value: "", actualRange: parameter.name.range)
    }
  }

  /// The keywords that a body takes out of `**kwargs` itself: `kwargs.pop("rate", 0.1)`.
  private static func staleKeywords(of signature: DocumentedSignature, in file: SourceFile) -> [DocumentedDefault] {
    guard let keywords = signature.parameters.last, keywords.kind == .variadicKeyword, keywords.use.isRead else {
      return []
    }
    let names = Set(signature.parameters.map(\.name.text))
    let entries = signature.entries.filter { !names.contains($0.name.text) }
    if entries.isEmpty { return [] }
    let methods = ["pop", "get", "setdefault"].map(Invocation.hash)
    let calls = file.model.invocations.filter { call in
      call.owner == signature.declaration && methods.contains(call.nameHash)
        && file.text[call.callee].hasPrefix(keywords.name.text + ".") && call.arguments.count == 2
    }
    return calls.flatMap { call -> [DocumentedDefault] in
      let arguments = file.model.arguments[call.arguments].map(\.value)
      guard case .string(let name)? = LiteralValue(file.text[arguments[0]]) else { return [] }
      return entries.compactMap {
        DocumentedDefault(
          $0, name: name, actual: file.text[arguments[1]], at: arguments[1], owner: signature.name,
          declaration: signature.declaration, in: file)
      }
    }
  }

  /// Fields such as `width: int = 3` of a class with a generated constructor.
  private static func staleFields(in file: SourceFile) -> [DocumentedDefault] {
    file.model.bindings.flatMap { field -> [DocumentedDefault] in
      guard let value = field.value, field.annotation != nil, !field.isOfInstance,
        file.model.declarations[field.owner].kind == .type
      else { return [] }
      let type = file.model.declarations[field.owner]
      guard type.isPublic, let doc = type.doc, doc.parameters.contains(where: { $0.name.text == field.name.text }),
        !file.model.declarations.contains(where: { $0.parent == field.owner && $0.isInitializer })
      else { return [] }
      guard let value = constant(of: value, in: file) else { return [] }
      let actual = file.text[value]
      return doc.parameters.compactMap {
        DocumentedDefault(
          $0, name: field.name.text, actual: actual, at: value, owner: type.name.text, declaration: field.owner,
          in: file)
      }
    }
  }

  /// The default in `field(default=3)`; the value itself where it is no such call.
  private static func constant(of value: SourceRange, in file: SourceFile) -> SourceRange? {
    guard let call = file.model.invocations.first(where: { $0.range == value }) else { return value }
    switch file.name(of: call) {
    case "field": return file.argument("default", of: call)?.value
    case "Field", "ib", "attrib": return file.argument("default", at: 0, of: call)?.value
    default: return value
    }
  }

  /// The default that an entry states for its own parameter, and where; nil if it does not matter.
  static func statement(
    in entry: Doc.Entry, _ file: SourceFile, where matters: (StatedDefault) -> Bool = { _ in true }
  ) -> (StatedDefault, SourceRange)? {
    guard entry.name.range.end < entry.range.end else { return nil }
    let place = SourceRange(start: entry.name.range.end, end: entry.range.end)
    let bytes = file.text.bytes(in: place)
    guard Bytes.find("efault", in: bytes) != nil || Bytes.find("EFAULT", in: bytes) != nil else { return nil }
    // A carriage return ends a phrase like a newline, and has the same length.
    let text = String(decoding: bytes.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
    guard let stated = StatedDefault.find(in: text), matters(stated),
      !isAboutAnother(before: bytes.prefix(stated.place.lowerBound), entry.name.text)
    else { return nil }
    let start = place.start + UInt32(stated.place.lowerBound)
    return (stated, SourceRange(start: start, end: place.start + UInt32(stated.place.upperBound)))
  }

  private init?(
    _ entry: Doc.Entry, name: String, actual: String, at actualRange: SourceRange?, owner: String, declaration: Int,
    in file: SourceFile
  ) {
    guard entry.name.text == name else { return nil }
    let value = Self.resolved(actual, in: file, from: declaration)
    let statement = Self.statement(in: entry, file) { stated in
      !Self.isVague(stated.text, beside: actual) && stated.contradicts(value)
    }
    guard let (stated, range) = statement else { return nil }
    self.value = value
    self.name = name
    self.owner = owner
    self.declaration = declaration
    self.stated = stated
    self.actual = actual
    self.actualRange = actualRange
    self.range = range
  }

  private init(
    name: String, owner: String, declaration: Int, stated: StatedDefault, range: SourceRange, actual: String?,
    value: String, actualRange: SourceRange?
  ) {
    self.name = name
    self.owner = owner
    self.declaration = declaration
    self.stated = stated
    self.range = range
    self.actual = actual
    self.value = value
    self.actualRange = actualRange
  }

  /// The value of a constant of the module or the class; Swift's `.same` as a string.
  private static func resolved(_ code: String, in file: SourceFile, from declaration: Int) -> String {
    // `.5` is a number.
    if code.hasPrefix("."), code.dropFirst().first?.isLetter == true,
      code.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber })
    {
      return "\"\(code.dropFirst())\""
    }
    guard let first = code.first, first.isLetter || first == "_",
      code.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), LiteralValue(code) == nil
    else { return code }
    let owner = file.model.declarations[declaration].parent
    let values = file.model.bindings.filter {
      $0.name.text == code && !$0.isOfInstance
        && (file.model.declarations[$0.owner].kind == .module || $0.owner == owner)
    }.map { $0.value.map { file.text[$0] } }
    return values.count == 1 ? values[0] ?? code : code
  }

  /// Words for any choice, and an object such as `torch.optim.Adam` for its name in the code, `"Adam"`.
  static func isVague(_ stated: String, beside actual: String) -> Bool {
    if ["all", "any", "every", "each", "both", "same"].contains(stated) { return true }
    return stated.contains(".") && stated.contains(where: \.isLetter) && LiteralValue(stated) == nil
      && (actual.hasPrefix("\"") || actual.hasPrefix("'")) && !stated.hasPrefix("np.")
  }

  /// Whether the sentence before a stated value makes it conditional or about something else: "If `None`, defaults to
  /// 1", "`beta` defaults to 2".
  private static func isAboutAnother(before text: ArraySlice<UInt8>, _ name: String) -> Bool {
    let head = String(decoding: text.filter { $0 != 0x0D }, as: UTF8.self)
    // A list describes the keys or choices of the value, so a default in it belongs to one of those.
    let paragraph = head.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .reversed().prefix { !$0.trimmed.isEmpty }
    if paragraph.contains(where: { line in ["- ", "* ", "+ "].contains { line.trimmed.hasPrefix($0) } }) {
      return true
    }
    var words: [Substring] = []
    for word in head.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
      if let last = words.last, last.hasSuffix(".") || last.hasSuffix(";") { words.removeAll() }
      words.append(word)
    }
    var plain = words.map { $0.lowercased().trimmingCharacters { !$0.isLetter && $0 != "_" } }
    if let adverb = plain.indices.last(where: { plain[$0] == "default" }), adverb > 0, plain[adverb - 1] == "by" {
      plain[adverb - 1] = ""
    }
    if plain.contains(where: { conditions.contains($0) }) { return true }
    guard let statement = plain.lastIndex(where: { $0.hasPrefix("default") }), statement > 0 else { return false }
    // `'default'/'random'` are choices.
    if let mark = words[statement].first, "'\"`".contains(mark) { return true }
    let subject = words[statement - 1]
    let isCode = subject.contains("`") || subject.contains("_")
    return isCode && plain[statement - 1] != name.lowercased() && !subject.contains("optional")
      && words[statement].lowercased().hasPrefix("defaults")
      && (subject.hasSuffix("`") || !subject.contains("`"))
  }

  private static let conditions: Set<String> = [
    "if", "when", "unless", "otherwise", "else", "where", "whenever", "which", "whose", "by",
  ]
}

extension StringProtocol {
  fileprivate func trimmingCharacters(where isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}
