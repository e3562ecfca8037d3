import LintSourceText

/// `import a.b as c` is one import of module `a.b`; `from .x import y as z` one with a level of 1 and names [y as z].
package struct Import: Sendable {
  package struct Item: Sendable {
    package var name: String
    package var alias: String?

    package init(name: String, alias: String?) {
      self.name = name
      self.alias = alias
    }
  }

  package var module: String
  /// The number of leading dots of a relative import.
  package var level: Int
  /// Empty for `import module`; `*` is an item of that name.
  package var items: [Item]
  package var alias: String?
  /// True inside a function or class.
  package var isLocal = false
  /// True if only type checkers see it: below `if TYPE_CHECKING`.
  package var isForTypesOnly = false
  /// The whole statement.
  package var range = SourceRange.fileStart

  package init(module: String, level: Int = 0, items: [Item] = [], alias: String? = nil) {
    self.module = module
    self.level = level
    self.items = items
    self.alias = alias
  }
}
