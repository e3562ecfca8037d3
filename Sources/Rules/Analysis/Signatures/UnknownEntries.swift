import LintModel
import LintSourceText

/// Documented names that a signature does not have: stale ones, and those that describe something else.
struct UnknownEntries {
  private let entries: [Doc.Entry]
  private let signature: DocumentedSignature
  private let function: Declaration
  private let file: SourceFile

  init(_ entries: [Doc.Entry], of signature: DocumentedSignature, in file: SourceFile) {
    self.signature = signature
    self.file = file
    function = file.model.declarations[signature.declaration]
    let other = Self.parametersOfCalls(beside: function, in: file)
    self.entries = entries.filter { !other.contains($0.name.text) }
  }

  /// The entries that describe parameters which no longer exist.
  var stale: [Doc.Entry] {
    let found = entries.filter { !isLookedUp($0.name.text) && !isKey($0) }
    if takesOtherNames { return found.filter(isMisspelled) }
    if signature.parameters.contains(where: signature.documents) { return found }
    return found.count == entries.count && describesSignature ? found : []
  }

  /// A class's documentation may also describe what its instances are called with.
  private static func parametersOfCalls(beside function: Declaration, in file: SourceFile) -> Set<String> {
    guard function.isInitializer, file.language == .python else { return [] }
    var names: Set<String> = []
    for other in file.model.declarations where other.parent == function.parent && other.isCallable {
      switch other.name.text {
      case "__call__", "forward", "call", "__new__", "__post_init__", "reset_parameters":
        names.formUnion(other.parameters.map(\.name.text))
      default: continue
      }
    }
    return names
  }

  /// Whether the function accepts names that its signature does not show, and does not drop them unread.
  private var takesOtherNames: Bool {
    guard file.language == .python else { return false }
    return signature.parameters.contains { parameter in
      guard parameter.isVariadic else { return false }
      return parameter.kind == .variadicPositional || parameter.use.isRead || signature.documents(parameter)
        || !function.flags.isDisjoint(with: [.isStub, .isAbstract, .isConstant, .isOverride])
    }
  }

  /// Beside `**kwargs`, only a name that differs in a letter or two from an undocumented one is certain to be wrong.
  private func isMisspelled(_ entry: Doc.Entry) -> Bool {
    let name = Array(entry.name.text.utf8)
    return signature.undocumented.contains { parameter in
      let other = Array(parameter.name.text.utf8)
      let shorter = min(name.count, other.count)
      // `alpha1` and `alpha2` differ on purpose.
      guard shorter >= 4, name.last.map(Self.isDigit) == other.last.map(Self.isDigit) else { return false }
      return Suggestion.distance(name, other) <= (shorter >= 8 ? 2 : 1)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Whether a list without any right name is about this signature, not about the parts of an argument.
  private var describesSignature: Bool {
    let parameters = signature.parameters.filter { !$0.name.text.hasPrefix("_") }
    guard entries.count == signature.entries.count, entries.count <= parameters.count,
      parameters.count == signature.parameters.count,
      function.attributes.allSatisfy({ Self.keepsSignature($0.text) })
    else { return false }
    return !parameters.contains(where: Self.mayHoldParts)
      || parameters.count == entries.count && entries.count > 1
  }

  private static func keepsSignature(_ decorator: String) -> Bool {
    switch decorator.split(separator: ".").last ?? "" {
    case "staticmethod", "classmethod", "no_grad", "inference_mode", "lru_cache", "cache", "abstractmethod",
      "discardableResult", "inlinable", "available", "MainActor", "jit", "njit", "keras_export", "override", "final":
      true
    default: false
    }
  }

  /// A batch, a configuration or a tuple, whose parts a documentation may list instead of the whole.
  private static func mayHoldParts(_ parameter: Parameter) -> Bool {
    if let type = parameter.annotation?.lowercased(),
      ["dict", "mapping", "tuple", "namespace", "config"].contains(where: type.contains)
    {
      return true
    }
    let name = parameter.name.text
    return ["arg", "conf", "cfg", "opt", "param", "batch", "setting", "kw", "dict"].contains(where: name.hasPrefix)
      || ["data", "inputs", "sample", "samples", "info", "state"].contains(name)
  }

  /// Whether the entry of a parameter, or the example in it, shows the name as a key: `{"rate": 0.1}`.
  private func isKey(_ entry: Doc.Entry) -> Bool {
    let keys = ["'\(entry.name.text)'", "\"\(entry.name.text)\""].map { Array($0.utf8) }
    return signature.entries.contains { other in
      guard other.name.range.start < entry.name.range.start,
        signature.parameters.contains(where: { $0.name.text == other.name.text })
      else { return false }
      let text = file.text.bytes(from: other.range.start, to: max(other.range.start, entry.name.range.start))
      return keys.contains { Self.find($0, in: text) != nil }
    }
  }

  /// Whether the body looks the name up in something: `config["rate"]`, `batch.get("rate")`, `args.rate`.
  private func isLookedUp(_ name: String) -> Bool {
    let range = Int(function.range.start)..<Int(function.range.end)
    let body = file.text.bytes[range.clamped(to: file.text.bytes.indices)]
    let word = Array(name.utf8)
    let docs = [function.doc?.range].compactMap { $0.map { Int($0.start)..<Int($0.end) } }
    var start = body.startIndex
    while let found = Self.find(word, in: body[start...]) {
      start = found + word.count
      if docs.contains(where: { $0.contains(found) }) { continue }
      guard found > body.startIndex + 1, start < body.endIndex, !body[start].isIdentifierByte else { continue }
      let quote = body[found - 1]
      if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
        if body[start] == quote, body[found - 2] == UInt8(ascii: "[") || body[found - 2] == UInt8(ascii: "(") {
          return true
        }
      } else if quote == UInt8(ascii: "."), isParameter(before: found - 1, in: body) {
        return true
      }
    }
    return false
  }

  private func isParameter(before dot: Int, in body: ArraySlice<UInt8>) -> Bool {
    var start = dot
    while start > body.startIndex, body[start - 1].isIdentifierByte { start -= 1 }
    let receiver = body[start..<dot]
    return signature.parameters.contains { receiver.elementsEqual($0.name.text.utf8) }
  }

  private static func find(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first, text.count >= word.count else { return nil }
    var index = text.startIndex
    while index + word.count <= text.endIndex {
      if text[index] == first, text[index..<(index + word.count)].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }
}
