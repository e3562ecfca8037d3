extension ReplacementField {
  /// The letter of the conversion, `r`, `s` or `a`; nil if the field has none.
  @inlinable
  public var conversion: UInt8? { node.payload == 0 ? nil : UInt8(truncatingIfNeeded: node.payload) }

  /// The text that `=` makes the field print, from after the brace to after the `=` and the space that follows it; nil
  /// without `=`.
  @inlinable
  public var debugRange: Range<UInt32>? { node.child(.debugEqual).map { node.start + 1..<$0.end } }
}
