/// One public symbol: a function, a type with its members, a constant.
package struct ApiSymbol: Sendable, Codable, Equatable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case module, type, function, method, property, attribute
    /// A case of a Swift enum.
    case enumCase = "case"
    /// A name that stands for something of another project: `from torch import Tensor` in an `__all__`.
    case borrowed
  }

  /// What else about it a caller can feel.
  package enum Trait: String, Codable, Sendable, CaseIterable, Comparable {
    case abstract, async
    case classMethod = "class method"
    case deprecated, final, frozen, mutating, open, settable
    case `static`
    /// An attribute that instances get in `__init__`.
    case ofInstance = "of instance"
    /// Of those the ones that nothing states: no parameter of that name, no word in the documentation.
    case unstated
    /// A field of a dataclass, and of those the ones that its constructor does not take, or takes by keyword only.
    case field
    case notInConstructor = "not in constructor"
    case keywordOnly = "keyword only"
    /// A class whose constructor is made of its fields.
    case fieldsAreParameters = "fields are parameters"
    /// A constructor that also takes the fields of a base outside of the project.
    case inheritedParameters = "inherited parameters"
    /// A class whose instances may get attributes that no line of code names.
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
  /// How callers best name it: `keras.layers.Dense`. Unique in an outline.
  package var path = ""
  /// Other names by which callers reach the same thing.
  package var aliases: [String] = []
  /// True for a class that callers cannot name, but whose members they meet in public classes that inherit from it.
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
  /// Parameters that `**kwargs` takes though the signature does not name them: old names, kept alive.
  package var accepted: [String] = []
  /// What is said to those who use it although it is deprecated: "since 0.8: use 'fit'"; nil if nothing is.
  package var deprecation: String?
  /// The same of parameters, by name, those included that only `**kwargs` or a decorator still takes.
  package var deprecatedParameters: [String: String] = [:]
  /// The generic parameters of a Swift type.
  package var generics: [String] = []
  /// Where decorators such as `keras_export` say it is offered.
  package var exportedAs: [String] = []
  package var members: [ApiSymbol] = []
  package var place: ApiPlace

  package init(_ kind: Kind, _ name: String, at place: ApiPlace) {
    self.kind = kind
    self.name = name
    self.place = place
  }

  /// The members that callers are told of.
  package var statedMembers: [ApiSymbol] { members.filter { !$0.traits.contains(.unstated) } }

  package var isCallable: Bool { kind == .function || kind == .method }

  /// The name without a Swift function's labels.
  package var baseName: Substring { name.prefix { $0 != "(" } }
}
