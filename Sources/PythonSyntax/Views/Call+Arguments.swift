extension Call {
  /// The positional arguments, including starred ones.
  @inlinable
  public var arguments: PositionalArguments { argumentList.positional }

  /// The `name=value` arguments.
  @inlinable
  public var keywords: ViewSequence<KeywordArgument> { argumentList.keywords }

  /// The value of a keyword argument, or nil if the call has none of that name; takes one step per argument.
  @inlinable
  public func keyword(_ name: StaticString) -> Node? {
    for keyword in keywords where keyword.name.textEquals(name) { return keyword.value }
    return nil
  }
}
