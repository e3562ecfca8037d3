extension TOMLTables {
  static func tooDeep(at mark: Mark) -> YAMLError {
    YAMLError(at: mark, "this value is nested too deeply", expected: "at most \(maximumDepth) levels")
  }

  static func twice(_ key: TOMLKey, first: Mark) -> YAMLError {
    YAMLError(
      at: key.mark, "'\(key.text)' is defined twice", found: "the first on line \(first.line)", advice: "remove one")
  }

  static func closed(_ key: TOMLKey, first: Mark) -> YAMLError {
    YAMLError(
      at: key.mark, "a dotted key cannot extend the table '\(key.text)', which is defined on line \(first.line)",
      advice: "move the key there")
  }

  static func taken(_ key: TOMLKey, by node: YAMLNode) -> YAMLError {
    YAMLError(
      at: key.mark, "cannot extend '\(key.text)', which is set on line \(node.mark.line)",
      expected: "a table with its own header", found: node.kind)
  }
}
