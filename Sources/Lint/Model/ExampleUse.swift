import LintSourceText

/// One use of a name that an example imports, reads, or calls.
package struct ExampleUse: Sendable, Codable {
  /// What a call passes.
  package struct Passed: Sendable, Codable {
    package struct Keyword: Sendable, Codable {
      package var name: String
      package var range: SourceRange

      package init(name: String, range: SourceRange) {
        self.name = name
        self.range = range
      }
    }

    /// The number of positional arguments.
    package var count: Int
    package var keywords: [Keyword]
    /// True if `*values`, `**values`, `...` or a comment in place of arguments leaves open what else is passed.
    package var isOpen: Bool

    package init(count: Int, keywords: [Keyword], isOpen: Bool) {
      self.count = count
      self.keywords = keywords
      self.isOpen = isOpen
    }
  }

  /// The full dotted path through the imports: `keras.layers.Dense`.
  package var path: String
  /// The attribute of what a call of `path` gave: `fit` of `model.fit`, after `model = keras.Sequential()`.
  package var member: String?
  /// Where the last parts of the path stand, or the member; the last name last.
  package var ranges: [SourceRange]
  /// What is passed where it is called.
  package var passed: Passed?
  /// Whether `path` is what an `import` statement names.
  package var isImport = false
  /// Whether nothing in the example says where its first name comes from.
  package var isImplicit = false

  package init(path: String, member: String? = nil, ranges: [SourceRange], passed: Passed? = nil) {
    self.path = path
    self.member = member
    self.ranges = ranges
    self.passed = passed
  }
}
