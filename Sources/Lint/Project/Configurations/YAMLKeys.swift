import CLibYAML
import LintModel
import LintSourceText

/// Reads the keys of a YAML file for what they are called. Never fails: reading ends where the file stops being YAML,
/// as one with a template's braces does, and tags such as `!ref` hide a value, not its key.
enum YAMLKeys {
  struct Contents {
    /// In order.
    var keys: [ConfigurationKey] = []
    /// The words of what values refer to: `${optimizer.lr}`.
    var references = IdentifierSet()
    /// The words of what tagged values refer to, in their own file: `!ref <lr>`.
    var ownReferences = IdentifierSet()
    /// What values make or call.
    var calls: [ExampleUse] = []
  }

  /// Deeper files are read no further: libyaml takes quadratic time for them.
  private static let maximumDepth = 100

  static func read(_ bytes: [UInt8]) -> Contents {
    var parser = yaml_parser_t()
    guard !bytes.isEmpty, yaml_parser_initialize(&parser) == 1 else { return Contents() }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Contents() }
      yaml_parser_set_input_string(&parser, start, buffer.count)
      var reader = Reader(bytes: buffer)
      while reader.keys.count < ConfigurationKind.maximumKeys {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { break }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT || reader.levels.count > maximumDepth { break }
        reader.take(event)
      }
      // What a file takes in, it may refer to.
      if reader.takesInOthers { reader.references.formUnion(reader.ownReferences) }
      return Contents(
        keys: reader.keys, references: reader.references, ownReferences: reader.ownReferences,
        calls: reader.calls.calls)
    }
  }

  private struct Reader {
    struct Level {
      var isMapping: Bool
      /// The key that this is the value of.
      var key: Int?
      /// In a mapping: a key comes next, not a value.
      var awaitsKey = true
      /// Inside a value with a tag such as `!new:torch.nn.Linear`, whose keys are the parameters of what it makes.
      var isTagged = false
    }

    var keys: [ConfigurationKey] = []
    var references = IdentifierSet()
    var ownReferences = IdentifierSet()
    var calls = ConfiguredCalls()
    /// Whether it has a value that is the contents of another file: `!include:model.yaml`.
    var takesInOthers = false
    private let bytes: UnsafeBufferPointer<UInt8>
    fileprivate private(set) var levels: [Level] = []
    /// The last key read, whose value comes next.
    private var pending: Int?
    /// libyaml counts characters; this offset is the one of the last character asked for.
    private var offset = 0
    private var character = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func take(_ event: yaml_event_t) {
      switch event.type {
      case YAML_SCALAR_EVENT: scalar(event)
      case YAML_ALIAS_EVENT:
        calls.alias()
        endNode()
      case YAML_MAPPING_START_EVENT:
        let data = event.data.mapping_start
        noteAnchor(data.anchor)
        calls.open(isMapping: true, tag(data.tag, from: event.start_mark))
        open(isMapping: true, isTagged: data.tag != nil)
      case YAML_SEQUENCE_START_EVENT:
        let data = event.data.sequence_start
        noteAnchor(data.anchor)
        calls.open(isMapping: false, tag(data.tag, from: event.start_mark))
        open(isMapping: false, isTagged: data.tag != nil)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        _ = levels.popLast()
        calls.close()
        endNode()
      default: break
      }
    }

    private mutating func scalar(_ event: yaml_event_t) {
      let data = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      if let level = levels.last, level.isMapping, level.awaitsKey {
        pending = nil
        let range = range(of: event)
        calls.key(text, at: range)
        if level.isTagged { return endNode() }
        pending = keys.count
        keys.append(ConfigurationKey(name: Name(text, at: range), parent: level.key))
        return endNode()
      }
      noteAnchor(data.anchor)
      let tag = tag(data.tag, from: event.start_mark)
      calls.scalar(text, at: range(of: event), tag)
      if data.tag != nil {
        Self.note(text, in: &ownReferences)
      } else if text.contains("${") {
        Self.note(text, in: &references)
      }
      if let pending, levels.last?.isMapping == true, data.tag == nil {
        keys[pending].value = .scalar(Self.value(text, isPlain: data.style == YAML_PLAIN_SCALAR_STYLE))
      }
      endNode()
    }

    /// `!ref <folder>/<name>_${split}.csv`: every word may be a key's.
    private static func note(_ text: String, in references: inout IdentifierSet) {
      for word in text.runs(of: \.isIdentifierByte) { references.insert(bytes: word.utf8) }
    }

    /// The value that begins here has an anchor that others refer to.
    private mutating func noteAnchor(_ anchor: UnsafeMutablePointer<UInt8>?) {
      guard anchor != nil, let pending, levels.last.map({ $0.isMapping && !$0.awaitsKey }) == true else { return }
      keys[pending].details.isAnchored = true
    }

    private mutating func open(isMapping: Bool, isTagged: Bool) {
      let isValue = levels.last.map { $0.isMapping && !$0.awaitsKey } ?? false
      if isMapping, !isValue, let list = levels.last?.key { keys[list].details.isSection = true }
      if isValue, let pending, !isTagged { keys[pending].value = isMapping ? .mapping : .list }
      let isInTag = isTagged || levels.last?.isTagged == true
      levels.append(Level(isMapping: isMapping, key: isValue ? pending : levels.last?.key, isTagged: isInTag))
    }

    /// A node is complete: in a mapping it was a key, and a value follows, or the reverse.
    private mutating func endNode() {
      guard let last = levels.indices.last, levels[last].isMapping else { return }
      levels[last].awaitsKey.toggle()
    }

    /// `!new:nets.Model`, `!name:nets.loss`, `!apply:nets.seed`
    private mutating func tag(_ tag: UnsafeMutablePointer<UInt8>?, from mark: yaml_mark_t) -> ConfiguredCalls.Tag? {
      guard let tag else { return nil }
      let text = String(cString: tag)
      if text.hasPrefix("!include") { takesInOthers = true }
      guard let colon = text.firstIndex(of: ":"), ["!new", "!name", "!apply", "!applyref"].contains(text[..<colon]),
        let path = ConfiguredCalls.path(text[text.index(after: colon)...]),
        // An anchor may be before the tag.
        let found = Bytes.find(":", in: bytes, from: offset(of: Int(mark.index)))
      else { return nil }
      let range = SourceRange(start: UInt32(found + 1), end: UInt32(found + 1 + path.utf8.count))
      return .init(path: path, range: range, isPartial: text[..<colon] == "!name")
    }

    private mutating func range(of event: yaml_event_t) -> SourceRange {
      let start = offset(of: Int(event.start_mark.index))
      return SourceRange(start: UInt32(start), end: UInt32(offset(of: Int(event.end_mark.index))))
    }

    /// Marks come in order, so each byte is passed once.
    private mutating func offset(of index: Int) -> Int {
      while character < index, offset < bytes.count {
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        character += 1
      }
      return offset
    }

    private static func value(_ text: String, isPlain: Bool) -> String? {
      guard isPlain else { return text.contains("${") ? nil : "\"\(text)\"" }
      switch text {
      case "", "~", "null", "Null", "NULL", "none", "None": return nil
      case "true", "True", "TRUE", "yes", "on": return "True"
      case "false", "False", "FALSE", "no", "off": return "False"
      default: return Double(text) != nil ? text : text.hasPrefix("$") ? nil : "\"\(text)\""
      }
    }
  }
}
