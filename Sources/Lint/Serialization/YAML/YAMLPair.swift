/// A key of a mapping and its value. Keys are scalars, kept as written.
package struct YAMLPair: Sendable {
  package var key: String
  package var keyMark: Mark
  package var value: YAMLNode

  package init(key: String, keyMark: Mark, value: YAMLNode) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}
