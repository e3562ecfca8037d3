import LintSourceText

/// How a file reaches configuration keys and environment variables, apart from naming them outright.
public struct KeyReferences: Sendable, Codable, Equatable {
  /// Words of short texts that are more than one name: `lr` of `"optimizer.lr"`, `_loss` of `f"{split}_loss"`. In a
  /// configuration: what `${optimizer.lr}` and the like refer to.
  public var words = IdentifierSet()
  /// What values of this configuration take from keys of this file alone: `lr` of `!ref <lr>`.
  public var ownWords = IdentifierSet()
  /// Last names of mappings whose entries become keywords: `params` of `Adam(**config.optimizer.params)`.
  public var unpacked = IdentifierSet()
  /// Names in capitals, of two words or more, that texts and documents mention: `DATA_HOME`.
  public var capitals = IdentifierSet()
  /// Environment variables that the file sets for itself or for what it starts.
  public var setVariables = IdentifierSet()

  public init() {}

  /// Notes the names in capitals that a text of more than one name mentions: they are looked for at their underscores.
  public mutating func noteCapitals(in text: UnsafeBufferPointer<UInt8>) {
    var next = 0
    while let place = Bytes.first(UInt8(ascii: "_"), in: text, from: next) {
      var start = place
      while start > next, text[start - 1].isIdentifierByte { start -= 1 }
      var end = place + 1
      while end < text.count, text[end].isIdentifierByte { end += 1 }
      if start > 0 || end < text.count, !text[start..<end].contains(where: { $0 >= 0x61 }) {
        capitals.insert(bytes: text[start..<end])
      }
      next = end
    }
  }
}
