/// What a rule says: lower case, no full stop, what is wrong with the names and values at hand, then what to do.
///
/// Rules keep theirs as `fileprivate static func`s in an extension at the end of their file.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation {
  public var text: String
  public init(stringLiteral text: String) { self.text = text }
}
