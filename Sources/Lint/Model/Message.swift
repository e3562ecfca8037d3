/// What a rule says: lower case, no full stop, what is wrong with the names and values at hand, then what to do.
///
/// Rules keep theirs as `fileprivate static func`s in an extension at the end of their file.
package struct Message: Sendable, Hashable, ExpressibleByStringInterpolation {
  package var text: String
  package init(stringLiteral text: String) { self.text = text }
}
