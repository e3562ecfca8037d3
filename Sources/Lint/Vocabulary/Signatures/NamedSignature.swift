/// One signature, boiled down to what rules about names ask.
public struct NamedSignature: Codable, Sendable {
  public struct Parameter: Codable, Sendable {
    /// Words joined by underscores, the same in every language.
    public var name: String
    public var text: String
    public var range: SourceRange
    public var annotation: String?
    /// The type that the documentation gives.
    public var documentedType: String?
    public var defaultValue: String?
    public var meaning: Lint.Parameter.Meaning
    public var passedAs: [String]
    /// Its place among all parameters of the signature.
    public var position: Int
    /// A keyword-only parameter of Python: callers never see its place.
    public var hasFreeOrder: Bool
  }

  /// Where people meet its names.
  public enum Surface: String, Codable, Sendable, CaseIterable {
    case parameters
    /// Of a command line, or fields of a class that become them; those of one parser are one signature.
    case options
    /// Of a configuration file; those of one mapping are one signature.
    case keys
  }

  public var surface = Surface.parameters
  public var symbol: String
  public var function: String
  /// The type that it is a method of.
  public var owner: String?
  public var isOverride: Bool
  /// Private code votes on the house's words, but is free to depart from them.
  public var isPublic: Bool
  /// The names of all parameters, joined by commas.
  public var shape: String
  /// The parameters worth keeping.
  public var parameters: [Parameter]
  /// Local variables of the body with names worth keeping.
  public var assigned: Set<String>
  /// The words of the file's copyright notice.
  public var notice: Set<String> = []
  /// How far the field, not this project, chose its names.
  public var publication = Publication.none
  /// Names in it that another library prescribes, where the others are free.
  public var prescribed: Set<String> = []

  /// Copies of one signature, such as the `forward` of forty layers, are one decision.
  public var family: String { "\(function)(\(shape))" }

  /// Whether the function, or the type that it makes, has all words of a name in its own: `from_config_dict(config)`.
  public func isNamed(after parameter: String) -> Bool {
    let name = function == "__init__" || function == "init" ? owner ?? function : function
    return "_\(Name.canonical(name))_".contains("_\(parameter)_")
  }

  /// Whether another parameter has all words of a part in its name: `image` is in `image_size`.
  public func has(_ part: String, beside parameter: String) -> Bool {
    shape.split(separator: ",").contains { $0 != parameter && "_\($0)_".contains("_\(part)_") }
  }
}

/// A signature with the file that it stands in.
public struct PlacedSignature: Sendable {
  public let file: FileReference
  public let signature: NamedSignature

  public init(file: FileReference, signature: NamedSignature) {
    self.file = file
    self.signature = signature
  }

  public func location(of parameter: NamedSignature.Parameter) -> Location {
    Location(path: file.path, range: parameter.range)
  }

  /// True where another library prescribes the names.
  public func isForeign(in project: ProjectIndex) -> Bool {
    if signature.publication == .mirror { return true }
    guard let owner = signature.owner else { return false }
    if signature.isOverride, file.language == .swift { return true }
    return project.origin(ofMethod: signature.function, in: owner, module: file.module) == .foreign
  }
}
