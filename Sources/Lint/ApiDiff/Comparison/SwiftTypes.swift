/// How the type of a Swift parameter or property changed, judged by its text and by what both states know of its names.
struct SwiftTypes {
  enum Relation { case same, wider, other }

  let kin: TypeKinship

  func relation(of new: String, to old: String) -> Relation {
    let after = Self.plain(new, kin.newAliases)
    let before = Self.plain(old, kin.oldAliases)
    if after == before { return .same }
    // `T` with a clause and `some P` are two ways to write one thing; what `T` has to be stands elsewhere.
    if Self.isPlaceholder(after) || Self.isPlaceholder(before) { return .same }
    return Self.relation(
      of: Written(after, isOpen: Self.isOpen(new)), to: Written(before, isOpen: Self.isOpen(old)), kin)
  }

  private struct Written {
    var text: String
    /// Written with `some` or `any`.
    var isOpen: Bool

    init(_ text: String, isOpen: Bool) {
      self.text = text
      self.isOpen = isOpen
    }
  }

  private static func relation(of new: Written, to old: Written, _ kin: TypeKinship) -> Relation {
    if new.text == old.text || new.text == old.text + "?" { return new.text == old.text ? .same : .wider }
    if new.text.hasSuffix("?") {
      let inner = Written(unwrapped(String(new.text.dropLast())), isOpen: new.isOpen)
      let wasOptional = old.text.hasSuffix("?")
      let rest = Written(wasOptional ? unwrapped(String(old.text.dropLast())) : old.text, isOpen: old.isOpen)
      let relation = relation(of: inner, to: rest, kin)
      return relation == .same && !wasOptional ? .wider : relation
    }
    // The parent protocol, or the base class, takes all that the type takes.
    if kin.inherits(name(old.text), name(new.text)) { return .wider }
    if ForeignHierarchy.ancestors(of: name(old.text)).contains(name(new.text)) { return .wider }
    // A concrete type gave way to whatever conforms; that the old one does is the usual reason to do so.
    return new.isOpen && !old.isOpen ? .wider : .other
  }

  /// Whether two defaults are the same: `nil` and `[Int]?.none` are.
  static func isSameDefault(_ left: String, _ right: String) -> Bool {
    func plain(_ value: String) -> String { value.hasSuffix("?.none") ? "nil" : ApiText.normalized(value) }
    return plain(left) == plain(right)
  }

  /// A type's text without what makes no difference to a caller: attributes of closures, `any`, modules, spaces, and
  /// brackets around a single type; aliases are replaced by their targets.
  static func plain(_ type: String, _ aliases: [String: String] = [:]) -> String {
    var text = ApiSignature.oneLine(type)
    for word in ["@escaping", "@Sendable", "@MainActor", "sending", "borrowing", "consuming", "__owned", "any", "some"]
    {
      text = removing(word, from: text)
    }
    text = withoutModules(text.filter { !$0.isWhitespace })
    for _ in 0..<5 {
      let expanded = expanding(text, aliases)
      if expanded == text { break }
      text = withoutModules(expanded)
    }
    return unwrapped(flattened(text))
  }

  private static func removing(_ word: String, from text: String) -> String {
    guard text.contains(word) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { part -> String in
      let head = part.prefix { "([{<".contains($0) }
      return part.dropFirst(head.count) == word ? String(head) : String(part) + " "
    }.joined().trimmed
  }

  /// `MLX.DType` and `DType` are one; what is before the dot is dropped.
  private static func withoutModules(_ type: String) -> String {
    guard type.contains(".") else { return type }
    return type.split(separator: ".", omittingEmptySubsequences: false).enumerated().reduce(into: "") { result, part in
      if part.offset > 0, !part.element.isEmpty, result.last?.isLetter == true {
        while let last = result.last, last.isLetter || last.isNumber || last == "_" { result.removeLast() }
      }
      result += (part.offset > 0 && part.element.isEmpty ? "." : "") + part.element
    }
  }

  private static func expanding(_ type: String, _ aliases: [String: String]) -> String {
    guard !aliases.isEmpty else { return type }
    var result = ""
    var word = ""
    func flush() {
      if let value = aliases[word] {
        let plain = removingEffects(value)
        result += plain.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? plain : "(\(plain))"
      } else {
        result += word
      }
      word = ""
    }
    for character in type {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private static func removingEffects(_ value: String) -> String {
    var text = value
    for word in ["@escaping", "@Sendable", "@MainActor", "any", "some"] { text = removing(word, from: text) }
    return text.filter { !$0.isWhitespace }
  }

  /// Without brackets around one type: `[((Int)->Bool)]` is `[(Int)->Bool]`.
  private static func flattened(_ type: String) -> String {
    var characters = Array(type)
    var index = 0
    while index < characters.count {
      defer { index += 1 }
      guard characters[index] == "(",
        index == 0 || "[(,:<".contains(characters[index - 1]) || isArrow(index - 1, characters),
        let close = closing(index, characters), close > index + 1
      else { continue }
      let inside = characters[(index + 1)..<close]
      let isFollowed = close + 1 < characters.count && !"]),>".contains(characters[close + 1])
      let isOptional = isFollowed && "?!".contains(characters[close + 1]) && !inside.contains { "-&".contains($0) }
      if !isFollowed || isOptional, isOneType(inside) {
        characters.remove(at: close)
        characters.remove(at: index)
        index -= 1
      }
    }
    return String(characters)
  }

  private static func isArrow(_ index: Int, _ text: [Character]) -> Bool {
    index > 0 && text[index] == ">" && text[index - 1] == "-"
  }

  private static func unwrapped(_ type: String) -> String {
    let characters = Array(type)
    guard characters.first == "(", closing(0, characters) == characters.count - 1, characters.count > 2 else {
      return type
    }
    let inside = characters[1..<(characters.count - 1)]
    return isOneType(inside) ? unwrapped(String(inside)) : type
  }

  /// Whether there is no comma outside of brackets, as a tuple has.
  private static func isOneType(_ text: ArraySlice<Character>) -> Bool {
    var depth = 0
    for character in text {
      if "([<".contains(character) { depth += 1 } else if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { return false }
      if character == ":", depth == 0 { return false }
    }
    return true
  }

  private static func closing(_ open: Int, _ text: [Character]) -> Int? {
    var depth = 0
    for index in open..<text.count {
      if text[index] == "(" { depth += 1 } else if text[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Written with `some`.
  static func isOpaque(_ type: String) -> Bool { type.split { !$0.isLetter }.contains("some") }

  private static func isOpen(_ type: String) -> Bool {
    type.split { !$0.isLetter }.contains { $0 == "some" || $0 == "any" }
  }

  private static func name(_ type: String) -> String { String(type.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }

  /// A type made of a name such as `T` or `U1`, which a generic clause declares.
  private static func isPlaceholder(_ type: String) -> Bool {
    type.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { word in
      word.count <= 2 && word.first?.isUppercase == true
        && word.dropFirst().allSatisfy { $0.isUppercase || $0.isNumber }
    }
  }
}
