/// An identifier with its place in the text.
public struct Name: Hashable, Codable, Sendable {
  public var text: String
  public var range: SourceRange

  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }

  /// The words of the name in lower case: `learningRate`, `learning_rate` and `--learning-rate` have the same.
  public var words: [Substring] { Name.words(of: text) }

  /// Splits at underscores, hyphens and changes of case; an acronym is one word (`numGPUs`: num, gpus).
  public static func words(of text: String) -> [Substring] {
    canonical(text).split(separator: "_")
  }

  /// The words joined by underscores: the key under which names of all languages compare equal.
  public static func canonical(_ text: String) -> String {
    if isCanonical(text) { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 4)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        if result.last != UInt8(ascii: "_"), !result.isEmpty { result.append(UInt8(ascii: "_")) }
      } else if isUpper(byte) {
        let afterLower = index > 0 && !isUpper(bytes[index - 1])
        // "GPUCount" is gpu, count; the plural "GPUs" is one word.
        let endsAcronym =
          index > 0 && isUpper(bytes[index - 1]) && index + 1 < bytes.count && isLower(bytes[index + 1])
          && !(bytes[index + 1] == UInt8(ascii: "s") && (index + 2 == bytes.count || !isLower(bytes[index + 2])))
        if afterLower || endsAcronym, !result.isEmpty, result.last != UInt8(ascii: "_") {
          result.append(UInt8(ascii: "_"))
        }
        result.append(byte | 0x20)
      } else {
        result.append(byte)
      }
    }
    while result.last == UInt8(ascii: "_") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// A canonical name as Swift writes it: `learning_rate` is `learningRate`.
  public static func camelCase(_ canonical: String) -> String {
    let words = canonical.split(separator: "_")
    return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
  }

  /// Most names of Python are canonical as they stand.
  private static func isCanonical(_ text: String) -> Bool {
    var previous = UInt8(ascii: "_")
    for byte in text.utf8 {
      if isUpper(byte) || byte == UInt8(ascii: "-") { return false }
      if byte == UInt8(ascii: "_"), previous == byte { return false }
      previous = byte
    }
    return previous != UInt8(ascii: "_")
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
