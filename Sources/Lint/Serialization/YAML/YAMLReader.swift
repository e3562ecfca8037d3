import CLibYAML

extension YAMLNode {
  /// Parses one YAML document. An empty document is null.
  ///
  /// Stricter than YAML: duplicate keys, keys that are not scalars, tags, several documents, more than 100 levels and
  /// more than 100,000 values (aliases count as what they stand for) are errors.
  package static func parse(_ text: String, path: String) throws(YAMLError) -> YAMLNode {
    try parse(Array(text.utf8), path: path)
  }

  /// Parses bytes, which must be UTF-8; a byte order mark is skipped.
  package static func parse(
    _ bytes: [UInt8], path: String, maximumValues: Int = 100_000
  ) throws(YAMLError) -> YAMLNode {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    try requireUTF8(content, path: path)
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw YAMLError(at: Mark(path: path, line: 1, column: 1), "out of memory while reading this file")
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    let result: Result<YAMLNode, YAMLError> = content.withUnsafeBufferPointer { buffer in
      // libyaml takes an empty input for a missing one.
      guard let start = buffer.baseAddress, !buffer.isEmpty else {
        return .success(YAMLNode(.scalar(YAMLScalar("")), at: Mark(path: path, line: 1, column: 1)))
      }
      yaml_parser_set_input_string(&parser, start, buffer.count)
      var reader = YAMLReader(path: path, bytes: buffer, maximumNodes: maximumValues)
      do throws(YAMLError) {
        return .success(try reader.document(&parser))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  static func requireUTF8(_ bytes: [UInt8], path: String) throws(YAMLError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      let found = "the byte 0x" + String(bytes[offset], radix: 16, uppercase: true)
      throw YAMLError(
        at: .of(offset, in: bytes, path: path), "this file is not UTF-8", found: found, advice: "save it as UTF-8")
    }
  }
}

extension Mark {
  /// The place of a byte offset.
  package static func of(_ offset: Int, in bytes: some Collection<UInt8>, path: String) -> Mark {
    var mark = Mark(path: path, line: 1, column: 1)
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        mark.line += 1
        mark.column = 1
      } else if byte & 0xC0 != 0x80 {
        mark.column += 1
      }
    }
    return mark
  }
}

/// Builds the tree from libyaml's events.
private struct YAMLReader {
  private static let maximumDepth = 100

  private struct Anchored {
    var node: YAMLNode
    /// Values in it, itself included.
    var size: Int
    /// Levels in it, itself included.
    var height: Int
  }

  private let path: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let maximumNodes: Int
  private var anchors: [String: Anchored] = [:]
  private var nodeCount = 0

  init(path: String, bytes: UnsafeBufferPointer<UInt8>, maximumNodes: Int) {
    self.path = path
    self.bytes = bytes
    self.maximumNodes = maximumNodes
  }

  mutating func document(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLNode {
    var root: YAMLNode?
    while true {
      let event = try next(&parser)
      switch event.kind {
      case .documentStart:
        guard root == nil else {
          throw YAMLError(
            at: event.mark, "a second document starts here", expected: "one document", advice: "remove the '---'")
        }
        root = try node(try next(&parser), &parser, depth: 1).node
      case .streamEnd:
        return root ?? YAMLNode(.scalar(YAMLScalar("")), at: Mark(path: path, line: 1, column: 1))
      default: continue
      }
    }
  }

  private func undefinedAnchor(_ name: String, at mark: Mark) -> YAMLError {
    let known = anchors.keys.sorted().prefix(5).map { "'&\($0)'" }.joined(separator: ", ")
    return YAMLError(
      at: mark, "undefined anchor '&\(name)'",
      expected: known.isEmpty ? "an anchor defined above" : "an anchor defined above, such as \(known)")
  }

  private mutating func node(_ event: Event, _ parser: inout yaml_parser_t, depth: Int) throws(YAMLError) -> Anchored {
    let mark = event.mark
    guard depth <= Self.maximumDepth else {
      throw YAMLError(at: mark, "this value is nested too deeply", expected: "at most \(Self.maximumDepth) levels")
    }
    try count(1, at: mark)
    if let tag = event.tag, tag != "!" {
      throw YAMLError(at: mark, "unsupported tag '\(tag)'", expected: "a value without a tag")
    }
    var result = Anchored(node: YAMLNode(.sequence([]), at: mark), size: 1, height: 1)
    switch event.kind {
    case .alias(let name):
      guard let target = anchors[name] else {
        throw undefinedAnchor(name, at: mark)
      }
      try count(target.size - 1, at: mark)
      guard depth + target.height - 1 <= Self.maximumDepth else {
        throw YAMLError(at: mark, "this value is nested too deeply", expected: "at most \(Self.maximumDepth) levels")
      }
      result = target
      result.node.mark = mark
      return result
    case .scalar(let scalar):
      result.node.content = .scalar(scalar)
    case .sequenceStart:
      var items: [YAMLNode] = []
      while true {
        let event = try next(&parser)
        if case .end = event.kind { break }
        let item = try node(event, &parser, depth: depth + 1)
        items.append(item.node)
        result.size += item.size
        result.height = max(result.height, item.height + 1)
      }
      result.node.content = .sequence(items)
    case .mappingStart:
      var pairs: [YAMLPair] = []
      var lines: [String: Int] = [:]
      while true {
        let event = try next(&parser)
        if case .end = event.kind { break }
        guard case .scalar(let key) = event.kind else {
          throw YAMLError(at: event.mark, "this cannot be a key", expected: "a name", found: event.kindName)
        }
        if let line = lines.updateValue(event.mark.line, forKey: key.text) {
          throw YAMLError(
            at: event.mark, "duplicate key '\(key.text)'", found: "the first on line \(line)",
            advice: "remove one")
        }
        let value = try node(try next(&parser), &parser, depth: depth + 1)
        pairs.append(YAMLPair(key: key.text, keyMark: event.mark, value: value.node))
        result.size += value.size
        result.height = max(result.height, value.height + 1)
      }
      result.node.content = .mapping(pairs)
    case .documentStart, .streamEnd, .end, .other:
      throw YAMLError(at: mark, "a value is missing here")
    }
    if let anchor = event.anchor { anchors[anchor] = result }
    return result
  }

  private mutating func count(_ nodes: Int, at mark: Mark) throws(YAMLError) {
    nodeCount += nodes
    guard nodeCount <= maximumNodes else {
      throw YAMLError(at: mark, "this file has too many values", expected: "at most \(maximumNodes)")
    }
  }
}

// MARK: - Events

extension YAMLReader {
  struct Event {
    enum Kind {
      case documentStart, streamEnd, sequenceStart, mappingStart, end, other
      case alias(String)
      case scalar(YAMLScalar)
    }

    var kind: Kind
    var mark: Mark
    var anchor: String?
    var tag: String?

    var kindName: String {
      switch kind {
      case .sequenceStart: "a list"
      case .mappingStart: "a mapping"
      case .alias: "an alias"
      default: "something else"
      }
    }
  }

  private func next(_ parser: inout yaml_parser_t) throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else { throw error(parser) }
    defer { yaml_event_delete(&event) }
    var result = Event(kind: .other, mark: mark(event.start_mark))
    switch event.type {
    case YAML_STREAM_END_EVENT: result.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: result.kind = .end
    case YAML_ALIAS_EVENT: result.kind = .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      result.kind = .scalar(YAMLScalar(text, style: style(data.style)))
      result.anchor = string(data.anchor)
      result.tag = string(data.tag)
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      result.anchor = string(event.data.sequence_start.anchor)
      result.tag = string(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = string(event.data.mapping_start.anchor)
      result.tag = string(event.data.mapping_start.tag)
    default: break
    }
    return result
  }

  private func error(_ parser: yaml_parser_t) -> YAMLError {
    let problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
    if parser.error == YAML_READER_ERROR {
      return YAMLError(at: .of(Int(parser.problem_offset), in: bytes, path: path), problem)
    }
    guard let context = parser.context.map({ String(cString: $0) }) else {
      return YAMLError(at: mark(parser.problem_mark), problem)
    }
    return YAMLError(
      at: mark(parser.problem_mark), "\(problem) \(context) that starts on line \(parser.context_mark.line + 1)")
  }

  private func mark(_ mark: yaml_mark_t) -> Mark {
    Mark(path: path, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func string(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
