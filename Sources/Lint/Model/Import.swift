import LintSourceText

/// `import a.b as c` is one import of module `a.b`; `from .x import y as z` one with a level of 1 and names [y as z].
public struct Import: Sendable {
  public struct Item: Sendable {
    public var name: String
    public var alias: String?

    public init(name: String, alias: String?) {
      self.name = name
      self.alias = alias
    }
  }

  public var module: String
  /// The number of leading dots of a relative import.
  public var level: Int
  /// Empty for `import module`; `*` is an item of that name.
  public var items: [Item]
  public var alias: String?
  /// True inside a function or class.
  public var isLocal = false
  /// True if only type checkers see it: below `if TYPE_CHECKING`.
  public var isForTypesOnly = false
  /// The whole statement.
  public var range = SourceRange.fileStart

  public init(module: String, level: Int = 0, items: [Item] = [], alias: String? = nil) {
    self.module = module
    self.level = level
    self.items = items
    self.alias = alias
  }
}
