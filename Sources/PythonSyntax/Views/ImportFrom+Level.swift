extension ImportFrom {
  /// The number of leading dots.
  @inlinable
  public var level: Int { Int(node.payload) }

  /// Whether it is `import *`.
  @inlinable
  public var importsAll: Bool { node.child(.importStar) != nil }
}
