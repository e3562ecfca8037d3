extension Node {
  /// The name as Python compares it: the source text, in normalization form KC unless it is ASCII.
  public var identifierText: String {
    let text = self.text
    return text.utf8.allSatisfy { $0 < 0x80 } ? text : NormalizationFormKC.shared.normalized(text)
  }
}
