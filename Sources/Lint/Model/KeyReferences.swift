/// How a file reaches configuration keys and environment variables, apart from naming them outright.
public struct KeyReferences: Sendable, Codable, Equatable {
  /// Words of short texts that are more than one name: `lr` of `"optimizer.lr"`, `_loss` of `f"{split}_loss"`. In a
  /// configuration: what `${optimizer.lr}`, `!ref <lr>` and the like refer to.
  public var words = Mentions()
  /// Last names of mappings whose entries become keywords: `params` of `Adam(**config.optimizer.params)`.
  public var unpacked = Mentions()
  /// Names in capitals, of two words or more, that texts and documents speak of: `DATA_HOME`.
  public var capitals = Mentions()
  /// Environment variables that the file sets for itself or for what it starts.
  public var setVariables = Mentions()

  public init() {}

  /// Notes the names in capitals that a text of more than one name speaks of. One step for each byte.
  public mutating func noteCapitals(in text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var hasUnderscore = false
    var isOther = false
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : 0
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "_"): hasUnderscore = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: isOther = true
      default:
        if hasUnderscore, !isOther, start > 0 || index < text.count { capitals.insert(bytes: text[start..<index]) }
        start = index + 1
        hasUnderscore = false
        isOther = false
      }
    }
  }
}
