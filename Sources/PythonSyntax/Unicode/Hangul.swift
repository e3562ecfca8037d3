/// Hangul syllables, which decompose and compose by arithmetic: a leading consonant, a vowel, and perhaps a trailing
/// consonant.
enum Hangul {
  private static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
  private static let leading: Range<UInt32> = 0x1100..<0x1113
  private static let vowels: Range<UInt32> = 0x1161..<0x1176
  /// The first means that there is no trailing consonant; it is not one itself.
  private static let trailing: Range<UInt32> = 0x11A7..<0x11C3
  private static let vowelCount = UInt32(vowels.count)
  private static let trailingCount = UInt32(trailing.count)

  /// The decomposition of a syllable in one step; nil for other scalars.
  static func decomposition(of scalar: UInt32) -> [UInt32]? {
    guard syllables.contains(scalar) else { return nil }
    let index = scalar - syllables.lowerBound
    let trail = index % trailingCount
    if trail > 0 { return [scalar - trail, trailing.lowerBound + trail] }
    let pair = index / trailingCount
    return [leading.lowerBound + pair / vowelCount, vowels.lowerBound + pair % vowelCount]
  }

  /// The syllable of a leading consonant and a vowel, or of a syllable and a trailing consonant.
  static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if leading.contains(first), vowels.contains(second) {
      let pair = (first - leading.lowerBound) * vowelCount + second - vowels.lowerBound
      return syllables.lowerBound + pair * trailingCount
    }
    guard syllables.contains(first), (first - syllables.lowerBound) % trailingCount == 0,
      trailing.dropFirst().contains(second)
    else { return nil }
    return first + second - trailing.lowerBound
  }
}
