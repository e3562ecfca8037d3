import LintModel
import LintSourceText

/// Follows a YAML file for what it makes or calls: the tags of hyperpyyaml (`!new:nets.Model`), `_target_:` of hydra,
/// `class_path:` with `init_args:`, `target:` with `params:`. Each becomes a use, the keys beside it its keywords.
struct ConfiguredCalls {
  /// A tag that names what to call.
  struct Tag {
    var path: String
    /// Where the path stands.
    var range: SourceRange
    /// True if code calls it later, with more arguments.
    var isPartial: Bool
  }

  private struct Level {
    var isMapping: Bool
    var tag: Tag?
    /// What a key such as `_target_` among its own names.
    var target: (key: String, path: String, range: SourceRange)?
    var passed = ExampleUse.Passed(count: 0, keywords: [], isOpen: false)
    /// The keys of `params:` or `init_args:`.
    var parameters: [ExampleUse.Passed.Keyword]?
    /// The last key, whose value comes next.
    var key = ""
  }

  private(set) var calls: [ExampleUse] = []
  private var levels: [Level] = []

  mutating func open(isMapping: Bool, _ tag: Tag?) {
    countElement()
    levels.append(Level(isMapping: isMapping, tag: tag))
  }

  mutating func key(_ name: String, at range: SourceRange) {
    guard let last = levels.indices.last else { return }
    levels[last].key = name
    // What is merged into a mapping stands elsewhere.
    if name == "<<" {
      levels[last].passed.isOpen = true
      return
    }
    levels[last].passed.keywords.append(.init(name: name, range: range))
  }

  mutating func scalar(_ text: String, at range: SourceRange, _ tag: Tag?) {
    countElement()
    if let tag {
      add(tag.path, tag.range, .init(count: 0, keywords: [], isOpen: tag.isPartial || !text.isEmpty))
    } else if let last = levels.indices.last, levels[last].isMapping, Self.targets.contains(levels[last].key) {
      guard let path = Self.path(text) else { return }
      levels[last].target = (levels[last].key, path, range)
    }
  }

  mutating func alias() { countElement() }

  mutating func close() {
    guard let level = levels.popLast() else { return }
    if let around = levels.indices.last, Self.parameters.contains(levels[around].key), level.isMapping {
      levels[around].parameters = level.passed.keywords
    }
    if let tag = level.tag {
      var passed = level.passed
      passed.isOpen = passed.isOpen || tag.isPartial
      add(tag.path, tag.range, passed)
    } else if let (key, path, range) = level.target {
      // Code may add arguments where it makes the object.
      let keywords =
        key == "_target_" ? level.passed.keywords.filter { !$0.name.hasPrefix("_") } : level.parameters ?? []
      add(path, range, .init(count: 0, keywords: keywords, isOpen: true))
    }
  }

  /// A dotted path; nil for anything else.
  static func path(_ text: some StringProtocol) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1,
      parts.allSatisfy({ part in
        part.utf8.first.map { !(0x30...0x39).contains($0) } == true
          && part.utf8.allSatisfy(\.isIdentifierByte)
      })
    else { return nil }
    return String(text)
  }

  private mutating func countElement() {
    guard let last = levels.indices.last, !levels[last].isMapping else { return }
    levels[last].passed.count += 1
  }

  private mutating func add(_ path: String, _ range: SourceRange, _ passed: ExampleUse.Passed) {
    calls.append(ExampleUse(path: path, ranges: [range], passed: passed))
  }

  /// Keys that name what to call.
  private static let targets: Set<String> = ["_target_", "target", "class_path"]
  /// Keys that hold its arguments, if they are not next to its name.
  private static let parameters: Set<String> = ["params", "init_args"]
}
