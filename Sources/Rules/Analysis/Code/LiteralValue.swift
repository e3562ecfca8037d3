/// A constant in code or documentation, compared by value: `1e-5` is `0.00001`, `'a'` is `"a"`.
enum LiteralValue: Equatable {
  case none
  case boolean(Bool)
  case number(Double)
  case string(String)
  indirect case list([LiteralValue])

  /// Longer sources are not parsed, because parsing recurses along brackets and operators.
  private static let maximumLength = 1000

  /// Nil for anything but a constant: a name, a call, a template.
  init?(_ source: some StringProtocol) {
    guard source.utf8.count <= Self.maximumLength else { return nil }
    let text = source.trimmed
    guard let value = Self.constant(text) ?? Self.arithmetic(text) ?? Self.collection(text) else { return nil }
    self = value
  }

  private static func constant(_ text: Substring) -> LiteralValue? {
    switch text {
    case "None", "nil": return LiteralValue.none
    case "True", "true": return .boolean(true)
    case "False", "false": return .boolean(false)
    case "inf", "math.inf", "np.inf", "numpy.inf", "torch.inf", "float('inf')", "float(\"inf\")", ".infinity":
      return .number(.infinity)
    case "-inf", "-math.inf", "-np.inf", "float('-inf')", "float(\"-inf\")": return .number(-.infinity)
    default: return number(text).map(LiteralValue.number) ?? string(text).map(LiteralValue.string)
    }
  }

  /// `2_000`, `2,000`, `1e-5`, `0x10`, `.5`, `3.`
  private static func number(_ text: Substring) -> Double? {
    let sign: Double = text.first == "-" ? -1 : 1
    var digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    guard let first = digits.first, first.isASCII, first.isNumber || first == "." else { return nil }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return Int(digits.dropFirst(2), radix: 16).map { sign * Double($0) }
    }
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count),
        groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) })
      else { return nil }
      digits = Substring(groups.joined())
    }
    let plain = digits.replacing("_", with: "")
    let parts = plain.lowercased().split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first, mantissa.contains(where: \.isNumber) else { return nil }
    // `3.` and `.5` are numbers in Python, but not in Swift.
    let padded = (mantissa.hasPrefix(".") ? "0" : "") + mantissa + (mantissa.hasSuffix(".") ? "0" : "")
    return Double(padded + (parts.count > 1 ? "e" + parts[1] : "")).map { sign * $0 }
  }

  private static func string(_ text: Substring) -> String? {
    var body = text
    if body.first == "r" || body.first == "b" || body.first == "u" { body = body.dropFirst() }
    guard let quote = body.first, quote == "'" || quote == "\"", body.count > 1, body.last == quote else { return nil }
    let inner = body.dropFirst().dropLast()
    return inner.contains(quote) ? nil : String(inner)
  }

  /// `1024 * 4`, `2**14`, `1 << 20`, `1 / 255`
  private static func arithmetic(_ text: Substring) -> LiteralValue? {
    for sign in ["**", "<<", "^", "*", "/"] {
      guard let place = text.firstRange(of: sign) else { continue }
      guard let left = LiteralValue(text[..<place.lowerBound])?.asNumber,
        let right = LiteralValue(text[place.upperBound...])?.asNumber
      else { return nil }
      switch sign {
      case "**", "^": return .number(power(left, right))
      case "<<": return .number(left * power(2, right))
      case "*": return .number(left * right)
      default: return right == 0 ? nil : .number(left / right)
      }
    }
    return nil
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent == exponent.rounded(), abs(exponent) <= 1024 else { return .nan }
    var result = 1.0
    for _ in 0..<Int(abs(exponent)) { result *= base }
    return exponent < 0 ? 1 / result : result
  }

  /// `(1, 1)`, `[0.9, 0.999]`
  private static func collection(_ text: Substring) -> LiteralValue? {
    guard let first = text.first, let last = text.last, text.count > 1,
      (first, last) == ("(", ")") || (first, last) == ("[", "]")
    else { return nil }
    let inner = text.dropFirst().dropLast()
    guard !inner.trimmed.isEmpty else { return .list([]) }
    var elements: [LiteralValue] = []
    for part in Self.split(inner) {
      if part.trimmed.isEmpty { continue }
      guard let element = LiteralValue(part) else { return nil }
      elements.append(element)
    }
    // `(3)` is a number in parentheses.
    return elements.count == 1 && first == "(" && !inner.contains(",") ? elements[0] : .list(elements)
  }

  /// Splits at commas outside brackets and quotes.
  private static func split(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var quote: Character?
    var start = text.startIndex
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if character == ",", depth == 0 {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    return parts + [text[start...]]
  }

  private var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .boolean(let value): value ? 1 : 0
    case .string(let text): Self.number(text.trimmed)
    default: nil
    }
  }

  /// Whether two constants mean the same value: `1` for `(1, 1)` and `[1, 1]`, `0` for `False`, `"0.1"` for `0.1`.
  func agrees(with other: LiteralValue) -> Bool {
    switch (self, other) {
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.agrees(with: $1) }
        // `(3,)` and `(3, 3)`: one value for each axis.
        || Self.single(left).map { one in Self.single(right).map { one.agrees(with: $0) } ?? false } ?? false
    case (.list(let elements), let scalar), (let scalar, .list(let elements)):
      if elements.isEmpty { return scalar == .string("") || scalar == .none }
      return elements.allSatisfy { $0.agrees(with: scalar) }
    case (.string(let left), .string(let right)): return Self.plain(left) == Self.plain(right)
    case (.none, .none): return true
    default:
      guard let left = asNumber, let right = other.asNumber else { return self == other }
      if left.isNaN || right.isNaN { return true }
      return left == right || abs(left - right) <= 1e-6 * max(abs(left), abs(right))
    }
  }

  private static func single(_ elements: [LiteralValue]) -> LiteralValue? {
    guard let first = elements.first, elements.dropFirst().allSatisfy({ $0.agrees(with: first) }) else { return nil }
    return first
  }

  /// Letters and digits in lower case, so that `./data/` equals `data`, and `ReLU` equals `relu`.
  private static func plain(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension StringProtocol {
  /// Without spaces at both ends.
  var trimmed: Substring {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return Substring(rest)
  }
}
