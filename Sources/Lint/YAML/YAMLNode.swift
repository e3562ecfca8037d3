/// A value of a YAML or TOML document with the place where it is written.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  public var content: Content
  public var mark: Mark

  public init(_ content: Content, at mark: Mark) {
    self.content = content
    self.mark = mark
  }
}

/// A place in a document: lines and columns count from 1, columns in Unicode scalars.
public struct Mark: Sendable, Hashable, CustomStringConvertible {
  public var path: String
  public var line: Int
  public var column: Int

  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  public var description: String { "\(path):\(line):\(column)" }
}

/// A key of a mapping and its value. Keys are scalars, kept as written.
public struct YAMLPair: Sendable {
  public var key: String
  public var keyMark: Mark
  public var value: YAMLNode

  public init(key: String, keyMark: Mark, value: YAMLNode) {
    self.key = key
    self.keyMark = keyMark
    self.value = value
  }
}

extension YAMLNode {
  public var pairs: [YAMLPair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The value of a mapping's key.
  public subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key == key }?.value
  }

  /// This mapping with the pairs of another one laid over it; nested mappings are replaced, not merged.
  public func overlaid(with other: YAMLNode) -> YAMLNode {
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
  public var kind: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar): scalar.kind
    }
  }
}
