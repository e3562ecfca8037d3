/// One public symbol: a function, a type with its members, a constant.
package struct ApiSymbol: Sendable, Codable, Equatable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case module, type, function, method, property, attribute
    /// A case of a Swift enum.
    case enumCase = "case"
    /// A name that refers to another project's symbol: `from torch import Tensor` in an `__all__`.
    case borrowed
  }

  /// Other properties that affect callers.
  package enum Trait: String, Codable, Sendable, CaseIterable, Comparable {
    case abstract, async
    case classMethod = "class method"
    case deprecated, final, frozen, mutating, open, settable
    case `static`
    /// An attribute that instances get in `__init__`.
    case ofInstance = "of instance"
    /// Such an attribute that matches no parameter and is not documented.
    case unstated
    /// A dataclass field; one that the constructor does not accept; one that it accepts only by keyword.
    case field
    case notInConstructor = "not in constructor"
    case keywordOnly = "keyword only"
    /// A class whose constructor is generated from its fields.
    case fieldsAreParameters = "fields are parameters"
    /// A constructor that also takes the fields of a base outside of the project.
    case inheritedParameters = "inherited parameters"
    /// A class whose instances may have attributes that the code does not name.
    case dynamicAttributes = "dynamic attributes"
    /// Another name for a type: `Step = tuple[float, bool]`, `typealias Step = (Float, Bool)`.
    case typeAlias = "type alias"
    /// In Swift, a member that replaces an inherited one.
    case override
    /// Isolated to the main actor.
    case mainActor = "main actor"

    package static func < (left: Trait, right: Trait) -> Bool { left.rawValue < right.rawValue }
  }

  package var kind: Kind
  /// Its last name; of a Swift function with the labels, `dot(_:axis:)`.
  package var name: String
  /// The canonical path for callers: `keras.layers.Dense`. Unique in an outline.
  package var path = ""
  /// Other paths to the same symbol.
  package var aliases: [String] = []
  /// True for a private class whose members are visible through public subclasses.
  package var isHidden = false
  /// `class`, `struct`, `enum`, `actor`, `protocol`, `extension` of a type; `let` or `var` of a Swift property.
  package var form: String?
  package var traits: Set<Trait> = []
  package var parameters: [ApiParameter] = []
  /// The return type, or the type of a property or attribute, as written.
  package var returns: String?
  /// What it declares to throw, in Swift.
  package var thrown: String?
  /// What a type inherits from: the path of a type of the same outline, or the name of another project's.
  package var bases: [String] = []
  /// The value of a constant, the payload of a case, as written.
  package var value: String?
  package var raises: [ApiRaise] = []
  /// Parameters that `**kwargs` accepts although the signature omits them, such as old names kept for compatibility.
  package var accepted: [String] = []
  /// The deprecation notice: "since 0.8: use 'fit'"; nil if there is none.
  package var deprecation: String?
  /// Deprecation notices of parameters, by name, including those that only `**kwargs` or a decorator still accepts.
  package var deprecatedParameters: [String: String] = [:]
  /// The generic parameters of a Swift type.
  package var generics: [String] = []
  /// The paths under which decorators such as `keras_export` export it.
  package var exportedAs: [String] = []
  package var members: [ApiSymbol] = []
  package var place: ApiPlace

  package init(_ kind: Kind, _ name: String, at place: ApiPlace) {
    self.kind = kind
    self.name = name
    self.place = place
  }

  /// The documented members.
  package var statedMembers: [ApiSymbol] { members.filter { !$0.traits.contains(.unstated) } }

  package var isCallable: Bool { kind == .function || kind == .method }

  /// The name without a Swift function's labels.
  package var baseName: Substring { name.prefix { $0 != "(" } }
}
