/// A value of a YAML or TOML document with the place where it is written.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  package var content: Content
  package var mark: Mark

  package init(_ content: Content, at mark: Mark) {
    self.content = content
    self.mark = mark
  }
}

extension YAMLNode {
  package var pairs: [YAMLPair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The value of a mapping's key.
  package subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key == key }?.value
  }

  /// This mapping, overridden by the pairs of another one; nested mappings are replaced, not merged.
  package func overlaid(with other: YAMLNode) -> YAMLNode {
    guard var merged = pairs, let changes = other.pairs else { return other }
    for change in changes {
      if let index = merged.firstIndex(where: { $0.key == change.key }) {
        merged[index] = change
      } else {
        merged.append(change)
      }
    }
    return YAMLNode(.mapping(merged), at: other.mark)
  }

  /// What it is, for messages: `a list`, `the number 3`.
  package var kind: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar): scalar.kind
    }
  }
}
