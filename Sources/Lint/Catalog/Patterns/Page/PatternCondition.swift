import LintSerialization

/// A further condition, positive or negative.
struct PatternCondition: Decodable, Sendable {
  enum Place: String, Decodable, Sendable, CaseIterable {
    case file, function
    /// The tests of the branches around the place.
    case guards
    /// The file or, for a file of a library, any file that is not a test.
    case program
  }

  var call: PatternNames?
  var `import`: PatternNames?
  /// The argument of that call which names the same thing as the argument that the pattern is about.
  var same: PatternArgument?
  /// A regular expression over source.
  var text: Located<String>?
  /// A requirement that the project states itself: `torch>=2.6`.
  var requires: Located<String>?
  /// An old version that the project supports: `torch<1.10`.
  var allows: Located<String>?
  /// Where the call or text is looked for; the file if nothing is said.
  var within: Located<Place>?
}
