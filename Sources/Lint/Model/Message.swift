/// A rule's message: lower case, no period; first what is wrong, with names and values, then what to do.
///
/// Rules keep theirs as `fileprivate static func`s in an extension at the end of their file.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation {
  public var text: String
  public init(stringLiteral text: String) { self.text = text }
}
