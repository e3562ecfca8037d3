import LintSourceText

/// A named declaration, which rules about names, signatures, docs and options check.
///
/// A file's declarations are one flat array in source order, parents before members.
package struct Declaration: Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case module, type, function, method, property, option, test
  }

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Seen from outside: neither its name nor that of any enclosing declaration is private.
    package static let isPublic = Flags(rawValue: 1 << 0)
    /// One of several typed faces of one function (`@overload`).
    package static let isOverload = Flags(rawValue: 1 << 1)
    /// Marked as overriding (`override`, `@override`), or a required protocol member.
    package static let isOverride = Flags(rawValue: 1 << 2)
    package static let isAbstract = Flags(rawValue: 1 << 3)
    /// The body does nothing yet: `pass`, `...`, a docstring, `raise NotImplementedError`.
    package static let isStub = Flags(rawValue: 1 << 4)
    /// Read like a property (`@property`, a computed `var`).
    package static let isProperty = Flags(rawValue: 1 << 5)
    package static let isStatic = Flags(rawValue: 1 << 6)
    /// Marked as deprecated (`@deprecated`, `@available(*, deprecated)`, "deprecated" in the summary).
    package static let isDeprecated = Flags(rawValue: 1 << 7)
    /// A function inside a function: no caller outside can name it.
    package static let isLocal = Flags(rawValue: 1 << 8)
    /// The body only gives back a constant, its own object or an empty collection, or only fails: others replace it.
    package static let isConstant = Flags(rawValue: 1 << 9)
    /// Adds members to a type that is declared elsewhere (Swift's `extension`): not a type to document or to name.
    package static let isExtension = Flags(rawValue: 1 << 10)
    /// Not for callers in other files: `private`, `fileprivate`, or marked so by an underscore, as `init(_handles:)` is.
    package static let isPrivate = Flags(rawValue: 1 << 11)
  }

  package var kind: Kind
  package var name: Name
  /// Index of the enclosing declaration in the file's array; nil at the top level.
  package var parent: Int?
  /// From the first decorator or attribute to the end of the body.
  package var range: SourceRange
  package var flags: Flags
  package var parameters: [Parameter]
  /// Where a function's own body assigns local variables; one name may be there several times.
  package var assigned: [SourceRange] = []
  /// The values of the longest tuple that a `return` of the body itself displays, as written; empty below four.
  package var returnedTuple: [String] = []
  /// The return type as written.
  package var returns: String?
  /// The errors it declares, as written in Swift: `any Error` for a bare `throws`; nil if it declares none.
  package var thrown: String?
  /// Base classes, or inherited types and protocols, as written (dotted names, no arguments).
  package var bases: [String]
  /// Decorators, or Swift attributes, as dotted names without arguments: `["functools.wraps"]`.
  package var attributes: [Name]
  @Shared package var doc: Doc?
  @Shared package var option: OptionDetails?

  package init(
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

  package var isPublic: Bool { flags.contains(.isPublic) }
  package var isCallable: Bool { kind == .function || kind == .method }
  package var isInitializer: Bool { kind == .method && (name.text == "__init__" || name.text == "init") }
}
