import Testing

@Suite struct DocTests {
  @Test func readsEveryEntryWithItsPosition() throws {
    let source = Marked(
      """
        /// «Fits the model
        /// to data.
        ///
        /// More text.
        ///
        /// - Parameters:
        ///   - «rate»: the step,
        ///     as a share
        ///   - «`count`»: how many
        /// - Note: not a parameter
        /// - Returns: the loss
        /// - Throws: `FitError`
        ///
        /// ```swift
        /// «fit(rate: 1)»
        /// ```»
        @inlinable
        func fit(rate: Float, count: Int) -> Float { 1 }
      """)
    let doc = try #require(source.model().named("fit")?.doc)
    #expect(doc.summary == "Fits the model to data.")
    #expect(doc.parameters.map(\.name.text) == ["rate", "count"])
    #expect(doc.parameters[0].text == "the step, as a share")
    #expect(doc.parameters[0].name.range == source.ranges[1])
    #expect(doc.parameters[1].name.range.start == source.ranges[2].start + 1)
    #expect(source.text[doc.parameters[0].range].hasSuffix("as a share"))
    #expect(doc.returns.map(\.text) == ["the loss"])
    #expect(doc.raises.map(\.text) == ["`FitError`"])
    #expect(doc.examples == [source.ranges[3]])
    #expect(doc.range == source.ranges[0])
    #expect(doc.sections == ["parameters", "note", "returns", "throws"])
  }

  @Test(arguments: [
    ("/// A.\n/// - Parameter x: one\n/// - Parameter y: two", ["x", "y"]),
    ("/**\n A.\n - parameter x: one\n*/", ["x"]), ("/**\n * A.\n * - Parameter x: one\n */", ["x"]),
    ("/** A.\r\n - Parameters:\r\n   - x: one\r\n   - y: two\r\n*/", ["x", "y"]),
    ("/// A.\n/// - Parameters:\n/// - x: slipped\n/// - Returns: y", ["x"]),
    ("/// A.\n/// - Parameters:\n///   - x: one\n///\n/// - Others:\n///   - z: no", ["x"]),
    ("/// A.\n/// - Parameters:\n///   - x: one\n///\n/// - Attrs:\n///   - keep_dims: yes", ["x", "keepDims"]),
    ("/// A.\n/// - Parameter in_x: one\n/// - Attr keep_dims: yes\n/// - Output y: no", ["in_x", "keepDims"]),
    ("/// A.\n/// - Parameters:\n///   - x: one of\n///     - inner: a choice", ["x"]),
    ("/// A.\n/// - Complexity: O(n)\n/// - x: a plain item", []),
  ])
  func parameters(_ comment: String, names: [String]) throws {
    let doc = try #require(Marked(comment + "\nfunc f(x: Int, y: Int) {}").model().named("f")?.doc)
    #expect(doc.parameters.map(\.name.text) == names)
    #expect(doc.summary == "A.")
  }

  @Test(arguments: ["// plain\nvar f = 1", "//// ruler\nvar f = 1", "var g = 1 /// of g\nvar f = 2", "/**/ var f = 1"])
  func ordinaryCommentsDocumentNothing(_ source: String) throws {
    #expect(try #require(Marked(source).model().named("f")).doc == nil)
  }
}
