import Foundation

extension Node {
  /// The name as Python compares it: the source text, in normalization form KC where it is not ASCII.
  public var identifierText: String {
    let text = self.text
    return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCompatibilityMapping
  }
}
