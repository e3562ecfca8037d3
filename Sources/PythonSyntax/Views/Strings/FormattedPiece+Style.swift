extension FormattedPiece {
  /// How the literal is written.
  @inlinable
  public var style: StringPieceStyle { StringPieceStyle(rawValue: node.payload) }

  /// The range between the quotes.
  @inlinable
  public var contentRange: Range<UInt32> { style.contentRange(node.range) }
}
