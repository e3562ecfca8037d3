import LintModel
import LintRuleKit
import LintSourceText

/// The documentation states a different number of returned values than the function returns.
struct StaleReturnDoc: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.role == .library || file.role == .script, !file.reference.isExcluded else { return }
    for index in file.model.declarations.indices {
      let function = file.model.declarations[index]
      // Only where every `return` displays a tuple of the same length is the number certain.
      guard function.isCallable, function.isPublic, function.returnedCounts.count == 1,
        let actual = function.returnedCounts.first, actual > 1, let doc = function.doc, !doc.returns.isEmpty,
        function.flags.isDisjoint(with: [.isOverload, .isStub, .isAbstract]), function.attributes.isEmpty,
        !doc.isInherited, !doc.sections.contains(where: { $0.hasPrefix("yield") }),
        let stated = DocumentedResult.count(doc.returns), stated != actual
      else { continue }
      let range = doc.returns[0].name.text.isEmpty ? doc.returns[0].range : doc.returns[0].name.range
      collector.add(
        .stale(function.name.text, stated, actual), at: Self.firstLine(of: range, in: file), in: file, of: index)
    }
  }
}

extension StaleReturnDoc {
  private static func firstLine(of range: SourceRange, in file: SourceFile) -> SourceRange {
    let bytes = file.text.bytes(in: range)
    let blank = bytes.prefix { $0 <= 0x20 }.count
    let length = bytes.dropFirst(blank).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.count
    let start = range.start + UInt32(blank)
    return SourceRange(start: start, end: start + UInt32(length))
  }
}

/// How many values a documentation says that a function returns.
private enum DocumentedResult {
  /// Nil if it does not say.
  static func count(_ entries: [Doc.Entry]) -> Int? {
    let texts = entries.map { "\($0.type ?? "") \($0.text)".lowercased() }
    // What is returned on a condition is not always there.
    if texts.contains(where: { text in conditions.contains { text.contains($0) } }) { return nil }
    if entries.count > 1 {
      let names = Set(entries.map(\.name.text))
      let types = entries.compactMap(\.type)
      return names.count == entries.count && !names.contains("") && types.count == entries.count
        && names.allSatisfy({ $0.utf8.allSatisfy(\.isIdentifierByte) }) ? entries.count : nil
    }
    guard let entry = entries.first, let text = texts.first else { return nil }
    if let count = entry.type.flatMap(ofTuple) { return count }
    guard entry.type?.lowercased().contains("tuple") == true || text.contains("tuple") else { return nil }
    return stated(in: text)
  }

  private static let conditions = ["only ", " if ", "optional", "when ", "otherwise", "either", " or ", "depend"]

  /// The number of elements of `Tuple[int, int]`, `tuple(int, int)`, `(int, int)`.
  private static func ofTuple(_ type: String) -> Int? {
    var text = type.trimmed
    for prefix in ["typing.", "Tuple", "tuple"] where text.hasPrefix(prefix) { text = text.dropFirst(prefix.count) }
    guard let open = text.first, let close = text.last, (open, close) == ("[", "]") || (open, close) == ("(", ")"),
      !text.contains("...")
    else { return nil }
    var depth = 0
    var count = 1
    for character in text.dropFirst().dropLast() {
      if "[({".contains(character) { depth += 1 }
      if "])}".contains(character) { depth -= 1 }
      if depth < 0 { return nil }
      if character == ",", depth == 0 { count += 1 }
    }
    return count > 1 && text.dropFirst().dropLast().trimmed.last != "," ? count : nil
  }

  /// The number in `tuple of three arrays`, `a tuple of 3 tensors`, `a 3-tuple`, `as three tensors`.
  private static func stated(in text: String) -> Int? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    var found: Set<Int> = []
    for (index, word) in words.enumerated() {
      if word.hasSuffix("-tuple"), let count = number(String(word.dropLast(6))) { found.insert(count) }
      guard index > 1, let count = number(word), index + 1 < words.count, things.contains(words[index + 1]),
        words[index - 1] == "as" || words[index - 1] == "of" && words[index - 2] == "tuple"
      else { continue }
      found.insert(count)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let things: Set<String> = [
    "tensors", "arrays", "values", "elements", "items", "outputs", "numbers", "floats", "integers", "ints", "lists",
    "strings", "results", "objects", "dictionaries", "dicts", "ndarrays", "dataframes", "matrices",
  ]

  private static func number(_ word: String) -> Int? {
    if let number = Int(word), (2...9).contains(number) { return number }
    return ["two", "three", "four", "five", "six", "seven"].firstIndex(of: word).map { $0 + 2 }
  }
}

extension Message {
  fileprivate static func stale(_ function: String, _ stated: Int, _ actual: Int) -> Message {
    "'\(function)' documents \(stated) returned values, but returns \(actual); update the documentation"
  }
}
