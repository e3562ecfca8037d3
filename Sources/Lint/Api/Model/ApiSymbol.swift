/// One thing that callers can name: a function, a type with its members, a constant.
public struct ApiSymbol: Sendable, Codable, Equatable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case module, type, function, method, property, attribute
    /// A case of a Swift enum.
    case enumCase = "case"
    /// A name that stands for something of another project: `from torch import Tensor` in an `__all__`.
    case borrowed
  }

  /// What else about it a caller can feel.
  public enum Trait: String, Codable, Sendable, CaseIterable, Comparable {
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

    public static func < (left: Trait, right: Trait) -> Bool { left.rawValue < right.rawValue }
  }

  public var kind: Kind
  /// Its last name; of a Swift function with the labels, `dot(_:axis:)`.
  public var name: String
  /// How callers best name it: `keras.layers.Dense`. Unique in an outline.
  public var path = ""
  /// Other names by which callers reach the same thing.
  public var aliases: [String] = []
  /// True for a class that callers cannot name, but whose members they meet in public classes that inherit from it.
  public var isHidden = false
  /// `class`, `struct`, `enum`, `actor`, `protocol`, `extension` of a type; `let` or `var` of a Swift property.
  public var form: String?
  public var traits: Set<Trait> = []
  public var parameters: [ApiParameter] = []
  /// The return type, or the type of a property or attribute, as written.
  public var returns: String?
  /// What it declares to throw, in Swift.
  public var thrown: String?
  /// What a type inherits from: the path of a type of the same outline, or the name of another project's.
  public var bases: [String] = []
  /// The value of a constant, the payload of a case, as written.
  public var value: String?
  public var raises: [ApiRaise] = []
  /// Parameters that `**kwargs` takes though the signature does not name them: old names, kept alive.
  public var accepted: [String] = []
  /// Where decorators such as `keras_export` say it is offered.
  public var exportedAs: [String] = []
  public var members: [ApiSymbol] = []
  public var place: ApiPlace

  public init(_ kind: Kind, _ name: String, at place: ApiPlace) {
    self.kind = kind
    self.name = name
    self.place = place
  }

  /// The members that callers are told of.
  public var statedMembers: [ApiSymbol] { members.filter { !$0.traits.contains(.unstated) } }

  public var isCallable: Bool { kind == .function || kind == .method }

  /// The name without a Swift function's labels.
  public var baseName: Substring { name.prefix { $0 != "(" } }
}

/// Where a symbol is declared: enough to point at it in the file, or in a snapshot of an older state.
public struct ApiPlace: Sendable, Codable, Hashable {
  public var path: String
  public var range: SourceRange
  /// From 1; 0 where nobody counted.
  public var line: Int

  public init(path: String, range: SourceRange = .fileStart, line: Int = 0) {
    self.path = path
    self.range = range
    self.line = line
  }

  /// `path:line`.
  public var text: String { "\(path):\(max(line, 1))" }
}

/// One parameter as a caller knows it.
public struct ApiParameter: Sendable, Codable, Equatable {
  public var name: String
  /// What a caller writes in Swift: `_` for nothing. nil in Python.
  public var label: String?
  public var kind: Parameter.Kind
  public var annotation: String?
  /// As written.
  public var defaultValue: String?
  /// The literal that the default stands for, where the default is the name of a constant.
  public var meaning: String?

  public init(
    name: String, label: String? = nil, kind: Parameter.Kind = .positionalOrKeyword, annotation: String? = nil,
    defaultValue: String? = nil, meaning: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.annotation = annotation
    self.defaultValue = defaultValue
    self.meaning = meaning
  }

  public var isVariadic: Bool { kind == .variadicPositional || kind == .variadicKeyword }
  public var isRequired: Bool { defaultValue == nil && !isVariadic }
  public var isPositional: Bool { kind == .positionalOnly || kind == .positionalOrKeyword }
  public var takesKeyword: Bool { kind == .positionalOrKeyword || kind == .keywordOnly }
  /// What callers call it: the label where there is one.
  public var shownName: String { label.map { $0 == "_" ? name : $0 } ?? name }
}

/// An error that a function raises itself.
public struct ApiRaise: Sendable, Codable, Equatable {
  public var type: String
  /// The condition that leads to it and the words of its message: by them the same error is known again.
  public var condition: String?
  public var message: String?
  public var line: Int

  public init(type: String, condition: String? = nil, message: String? = nil, line: Int = 0) {
    self.type = type
    self.condition = condition
    self.message = message
    self.line = line
  }
}
