import LintSourceText

/// A named declaration, which rules about names, signatures, docs and options check.
///
/// A file's declarations are one flat array in source order, parents before members.
public struct Declaration: Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case module, type, function, method, property, option, test
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Seen from outside: neither its name nor that of any enclosing declaration is private.
    public static let isPublic = Flags(rawValue: 1 << 0)
    /// One of several typed signatures of a function (`@overload`).
    public static let isOverload = Flags(rawValue: 1 << 1)
    /// Marked as overriding (`override`, `@override`), or a required protocol member.
    public static let isOverride = Flags(rawValue: 1 << 2)
    public static let isAbstract = Flags(rawValue: 1 << 3)
    /// The body does nothing yet: `pass`, `...`, a docstring, `raise NotImplementedError`.
    public static let isStub = Flags(rawValue: 1 << 4)
    /// Read like a property (`@property`, a computed `var`).
    public static let isProperty = Flags(rawValue: 1 << 5)
    public static let isStatic = Flags(rawValue: 1 << 6)
    /// Marked as deprecated (`@deprecated`, `@available(*, deprecated)`, "deprecated" in the summary).
    public static let isDeprecated = Flags(rawValue: 1 << 7)
    /// A function inside a function: no caller outside can name it.
    public static let isLocal = Flags(rawValue: 1 << 8)
    /// The body only returns a constant, `self` or an empty collection, or only raises: a default to override.
    public static let isConstant = Flags(rawValue: 1 << 9)
    /// Adds members to a type that is declared elsewhere (Swift's `extension`): not a type to document or to name.
    public static let isExtension = Flags(rawValue: 1 << 10)
    /// Not for callers in other files: `private`, `fileprivate`, or marked so by an underscore, as `init(_handles:)` is.
    public static let isPrivate = Flags(rawValue: 1 << 11)
  }

  public var kind: Kind
  public var name: Name
  /// Index of the enclosing declaration in the file's array; nil at the top level.
  public var parent: Int?
  /// From the first decorator or attribute to the end of the body.
  public var range: SourceRange
  public var flags: Flags
  public var parameters: [Parameter]
  /// Where a function's own body assigns local variables; one name may be there several times.
  public var assigned: [SourceRange] = []
  /// The elements of the longest tuple that the body returns, as written; empty below four.
  public var returnedTuple: [String] = []
  /// Number of values in the `return` statements of its own body; 0 if unknown. Python only.
  public var returnedCounts: Set<Int> = []
  /// The return type as written.
  public var returns: String?
  /// The errors it declares, as written in Swift: `any Error` for a bare `throws`; nil if it declares none.
  public var thrown: String?
  /// Base classes, or inherited types and protocols, as written (dotted names, no arguments).
  public var bases: [String]
  /// Decorators, or Swift attributes, as dotted names without arguments: `["functools.wraps"]`.
  public var attributes: [Name]
  @Shared public var doc: Doc?
  @Shared public var option: OptionDetails?

  public init(
    kind: Kind, name: Name, parent: Int?, range: SourceRange, flags: Flags = [], parameters: [Parameter] = [],
    returns: String? = nil, bases: [String] = [], attributes: [Name] = [], doc: Doc? = nil,
    option: OptionDetails? = nil
  ) {
    self.kind = kind
    self.name = name
    self.parent = parent
    self.range = range
    self.flags = flags
    self.parameters = parameters
    self.returns = returns
    self.bases = bases
    self.attributes = attributes
    self.doc = doc
    self.option = option
  }

  public var isPublic: Bool { flags.contains(.isPublic) }
  public var isCallable: Bool { kind == .function || kind == .method }
  public var isInitializer: Bool { kind == .method && (name.text == "__init__" || name.text == "init") }
}
