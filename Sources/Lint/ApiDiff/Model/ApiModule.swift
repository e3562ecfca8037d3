import LintModel
import LintSourceText

/// One file's part of a public API: its definitions and imports.
///
/// Compact and independent of the file's text; `ApiOutline` makes an API of many.
package struct ApiModule: Sendable, Codable {
  /// `from module import item as name`; `import module as name` without an item; `*` is an item of that name.
  package struct Import: Sendable, Codable {
    /// Absolute.
    package var module: String
    package var item: String?
    package var name: String
    /// Under `if TYPE_CHECKING`.
    package var isForTypesOnly: Bool
    /// `from x import y as y`, which says that `y` is offered on.
    package var isOfferedOn: Bool
  }

  package var path: String
  /// The importable name; the target of a Swift file.
  package var name: String
  package var language: Language
  /// An `__init__.py`.
  package var isPackage = false
  /// True if a module finds its names when they are asked for: `_LazyModule`, `lazy.attach`, `__getattr__`.
  package var isLazy = false
  /// The names that a `__getattr__` hands out, and where it takes them from.
  package var served: [Import] = []
  /// True if its `__getattr__` may hand out names that it does not list.
  package var servesUnlisted = false
  /// What its `__getattr__` says of the names being deprecated.
  package var servedDeprecation: String?
  /// The error that every import of the module raises, if it does.
  package var refusal: String?
  /// Of a `Package.swift`, the names of modules by their folders.
  package var targets: [String: String] = [:]
  /// What importing it says of its being deprecated; nil if it says nothing.
  package var deprecation: String?
  /// Where the file does not follow the grammar: what is after that may be missing.
  package var problem: ApiPlace?
  package var symbols: [ApiSymbol] = []
  package var imports: [Import] = []
  /// `__all__`; nil if there is none, or none that can be read.
  package var exports: [String]?
  package var exportSources: [String] = []
  /// Functions here that add to the `__all__` of a module, as decorators that register a name do.
  package var exporters: [String] = []
  /// The names of definitions by the last names of their decorators.
  package var decorated: [String: [String]] = [:]
  /// Names that a call such as `register(__name__, {"old_name": "new_name"})` may define when the module is imported, by
  /// the function called.
  package var registrations: [String: [String]] = [:]
  /// Variables that may stand for a type: aliases and type variables.
  package var typeNames: [String] = []

  package init(path: String, name: String, language: Language) {
    self.path = path
    self.name = name
    self.language = language
  }
}
