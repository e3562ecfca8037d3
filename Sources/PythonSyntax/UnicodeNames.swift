/// The names of Unicode characters as `\N{...}` takes them: any case, aliases included.
enum UnicodeNames {
  private static let scalars: [String: UInt32] = {
    var names: [String: UInt32] = [:]
    let assigned: [ClosedRange<UInt32>] = [
      0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xABFF, 0xD7B0...0xD7FF, 0xF900...0x16FFF, 0x18D00...0x18DFF,
      0x1A000...0x1FFFF, 0xE0000...0xE01EF,
    ]
    for range in assigned {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let properties = scalar.properties
        if let name = properties.name { names[name] = value }
        if let alias = properties.nameAlias { names[alias] = value }
      }
    }
    for (name, value) in controlAliases { names[name] = value }
    return names
  }()

  /// Aliases of controls beyond the first, which is all the standard library tells.
  private static let controlAliases: [(String, UInt32)] = [
    ("NUL", 0), ("BELL", 0x1F514), ("BEL", 7), ("BS", 8), ("TAB", 9), ("HT", 9), ("HORIZONTAL TABULATION", 9),
    ("CHARACTER TABULATION", 9), ("LF", 10), ("LINE FEED", 10), ("NEW LINE", 10), ("END OF LINE", 10), ("EOL", 10),
    ("NL", 10), ("VT", 11), ("LINE TABULATION", 11), ("VERTICAL TABULATION", 11), ("FF", 12), ("FORM FEED", 12),
    ("CR", 13), ("CARRIAGE RETURN", 13), ("ESC", 27), ("ESCAPE", 27), ("DEL", 127), ("NEL", 0x85), ("NEXT LINE", 0x85),
    ("NBSP", 0xA0), ("SHY", 0xAD), ("ZWSP", 0x200B), ("ZWNJ", 0x200C), ("ZWJ", 0x200D), ("LRM", 0x200E),
    ("RLM", 0x200F), ("BOM", 0xFEFF), ("ZWNBSP", 0xFEFF), ("BYTE ORDER MARK", 0xFEFF),
  ]

  /// The character of a name, or nil. The first call collects all names, which takes about a tenth of a second.
  static func scalar(named name: String) -> UInt32? {
    let key = name.uppercased()
    return scalars[key] ?? ideograph(key) ?? hangulSyllable(key)
  }

  /// Unified ideographs are named by their number.
  private static func ideograph(_ name: String) -> UInt32? {
    let prefix = "CJK UNIFIED IDEOGRAPH-"
    guard name.hasPrefix(prefix), let value = UInt32(name.dropFirst(prefix.count), radix: 16) else { return nil }
    return Unicode.Scalar(value)?.properties.isUnifiedIdeograph == true ? value : nil
  }

  /// Syllables are named by their letters.
  private static func hangulSyllable(_ name: String) -> UInt32? {
    let prefix = "HANGUL SYLLABLE "
    guard name.hasPrefix(prefix) else { return nil }
    let leading = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"]
    let vowels = [
      "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
      "EU", "YI", "I",
    ]
    let trailing = [
      "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
      "SS", "NG", "J", "C", "K", "T", "P", "H",
    ]
    let wanted = name.dropFirst(prefix.count)
    for (first, head) in leading.enumerated() where wanted.hasPrefix(head) {
      for (second, vowel) in vowels.enumerated() {
        for (third, tail) in trailing.enumerated() where wanted == head + vowel + tail {
          return UInt32(0xAC00 + (first * 21 + second) * 28 + third)
        }
      }
    }
    return nil
  }
}
