/// What one file can contribute to a public API: its definitions, and the names that it takes from other files.
///
/// Compact and independent of the file's text; `ApiOutline` makes an API of many.
public struct ApiModule: Sendable, Codable {
  /// `from module import item as name`; `import module as name` without an item; `*` is an item of that name.
  public struct Import: Sendable, Codable {
    /// Absolute.
    public var module: String
    public var item: String?
    public var name: String
    /// Under `if TYPE_CHECKING`.
    public var isForTypesOnly: Bool
    /// `from x import y as y`, which says that `y` is offered on.
    public var isOfferedOn: Bool
  }

  public var path: String
  /// The importable name; the target of a Swift file.
  public var name: String
  public var language: Language
  /// An `__init__.py`.
  public var isPackage = false
  /// True where a module finds its names when they are asked for: `_LazyModule`, `lazy.attach`, `__getattr__`.
  public var isLazy = false
  public var symbols: [ApiSymbol] = []
  public var imports: [Import] = []
  /// `__all__`; nil where there is none, or none that can be read.
  public var exports: [String]?
  public var exportSources: [String] = []
  /// Functions here that add to the `__all__` of a module, as decorators that register a name do.
  public var exporters: [String] = []
  /// The names of definitions by the last names of their decorators.
  public var decorated: [String: [String]] = [:]
  /// Names that a call such as `register(__name__, {"old_name": "new_name"})` may define when the module is imported, by
  /// the function called.
  public var registrations: [String: [String]] = [:]
  /// Variables that may stand for a type: aliases and type variables.
  public var typeNames: [String] = []

  public init(path: String, name: String, language: Language) {
    self.path = path
    self.name = name
    self.language = language
  }
}
