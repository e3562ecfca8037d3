import LintModel
import LintSourceText

/// One signature, reduced to what the naming rules need.
package struct NamedSignature: Codable, Sendable {
  package struct Parameter: Codable, Sendable {
    /// Words joined by underscores, the same in every language.
    package var name: String
    package var text: String
    package var range: SourceRange
    package var annotation: String?
    /// The type that the documentation gives.
    package var documentedType: String?
    /// The beginning of what the documentation says of it, in lower case; empty if nothing.
    package var documentation = ""
    package var defaultValue: String?
    package var meaning: LintModel.Parameter.Meaning
    package var passedAs: [String]
    /// Its place among all parameters of the signature.
    package var position: Int
    /// A keyword-only parameter of Python: callers never see its place.
    package var hasFreeOrder: Bool
  }

  /// The surface on which its names appear.
  package enum Surface: String, Codable, Sendable, CaseIterable {
    case parameters
    /// Of a command line, or fields of a class that become them; those of one parser are one signature.
    case options
    /// Of a configuration file; those of one mapping are one signature.
    case keys
  }

  package var surface = Surface.parameters
  package var symbol: String
  package var function: String
  /// The type that it is a method of.
  package var owner: String?
  package var isOverride: Bool
  /// Private code counts, but may use other names.
  package var isPublic: Bool
  /// Belongs to its class alone, not to an object: no base class calls it.
  package var isStatic = false
  /// The names of all parameters, joined by commas.
  package var shape: String
  /// The parameters worth keeping.
  package var parameters: [Parameter]
  /// Local variables of the body with names worth keeping.
  package var assigned: Set<String>
  /// The words of the file's copyright notice.
  package var notice: Set<String> = []
  /// The libraries that the file imports, by the first part of the module.
  package var libraries: Set<String> = []
  /// A comment above it says where it was taken from.
  package var isCredited = false
  /// How far the field, not this project, chose its names.
  package var publication = Publication.none
  /// Names in it that another library prescribes, where the others are free.
  package var prescribed: Set<String> = []

  /// Copies of one signature, such as the `forward` of forty layers, are one decision.
  package var family: String { "\(function)(\(shape))" }

  /// Whether the function, or the type that it makes, has all words of a name in its own: `from_config_dict(config)`.
  package func isNamed(after parameter: String) -> Bool {
    let name = function == "__init__" || function == "init" ? owner ?? function : function
    return "_\(Name.canonical(name))_".contains("_\(parameter)_")
  }

  /// Whether another parameter has all words of a part in its name: `image` is in `image_size`.
  package func has(_ part: String, beside parameter: String) -> Bool {
    shape.split(separator: ",").contains { $0 != parameter && "_\($0)_".contains("_\(part)_") }
  }
}

/// A signature with the file that it is in.
package struct PlacedSignature: Sendable {
  package let file: FileReference
  package let signature: NamedSignature

  package init(file: FileReference, signature: NamedSignature) {
    self.file = file
    self.signature = signature
  }

  package func location(of parameter: NamedSignature.Parameter) -> Location {
    Location(path: file.path, range: parameter.range)
  }

  /// True if another library prescribes the names.
  package func isForeign(in project: ProjectIndex) -> Bool {
    if signature.publication == .mirror { return true }
    guard let owner = signature.owner else { return false }
    if signature.isOverride, file.language == .swift { return true }
    // A base class calls what it prescribes on an object.
    if signature.isStatic, file.language == .python { return false }
    return project.origin(ofMethod: signature.function, in: owner, module: file.module) == .foreign
  }
}
