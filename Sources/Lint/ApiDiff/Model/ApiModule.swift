import LintModel
import LintSourceText

/// One file's part of a public API: its definitions and imports.
///
/// Compact and independent of the file's text; `ApiOutline` combines many into an API.
package struct ApiModule: Sendable, Codable {
  /// `from module import item as name`; `import module as name` without an item; `*` is an item of that name.
  package struct Import: Sendable, Codable {
    /// Absolute.
    package var module: String
    package var item: String?
    package var name: String
    /// Under `if TYPE_CHECKING`.
    package var isForTypesOnly: Bool
    /// `from x import y as y`, an explicit re-export of `y`.
    package var isOfferedOn: Bool
  }

  package var path: String
  /// The importable name; the target of a Swift file.
  package var name: String
  package var language: Language
  /// An `__init__.py`.
  package var isPackage = false
  /// True if a module resolves its names lazily: `_LazyModule`, `lazy.attach`, `__getattr__`.
  package var isLazy = false
  /// The names that `__getattr__` resolves, and where they come from.
  package var served: [Import] = []
  /// True if its `__getattr__` may resolve names that it does not list.
  package var servesUnlisted = false
  /// The deprecation notice that its `__getattr__` issues for these names.
  package var servedDeprecation: String?
  /// The error that every import of the module raises, if it does.
  package var refusal: String?
  /// Of a `Package.swift`, the names of modules by their folders.
  package var targets: [String: String] = [:]
  /// The deprecation notice that importing the module issues; nil if there is none.
  package var deprecation: String?
  /// Locations of syntax errors; declarations after one may be missing.
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
  /// Variables that may denote a type: aliases and type variables.
  package var typeNames: [String] = []

  package init(path: String, name: String, language: Language) {
    self.path = path
    self.name = name
    self.language = language
  }
}
