import LintModel
import LintRuleKit
import LintSourceText

/// A function, method or initializer as its callers see it, reduced to what rules about signatures need.
struct OfferedCallable {
  struct Parameter {
    /// The name that callers use.
    var name: String
    var range: SourceRange
    var kind: LintModel.Parameter.Kind
    var annotation: String?
    var defaultValue: String?

    var isPositional: Bool { kind == .positionalOnly || kind == .positionalOrKeyword }
    var isVariadic: Bool { kind == .variadicPositional || kind == .variadicKeyword }
    var isRequired: Bool { defaultValue == nil && !isVariadic }
  }

  var symbol: String
  var function: String
  /// The type that it is a method of.
  var owner: String?
  var isInitializer: Bool
  var isOverride: Bool
  var range: SourceRange
  var parameters: [Parameter]

  /// The name in a call: for an initializer, that of the type.
  var callee: String { isInitializer ? owner ?? function : function }
  var positional: [Parameter] { parameters.filter(\.isPositional) }
  /// Copies of one signature are judged together.
  var family: String { "\(function)(\(parameters.map(\.name).joined(separator: ",")))" }

  /// The public callables of a library file whose signatures this project chose.
  static func all(in file: SourceFile, where isWorthKeeping: (Declaration) -> Bool) -> [OfferedCallable] {
    guard file.role == .library, !file.reference.isExcluded,
      !file.reference.projectPath.hasSuffix(".pyi")
    else { return [] }
    return file.model.declarations.indices.compactMap { index in
      let declaration = file.model.declarations[index]
      guard declaration.isCallable, isWorthKeeping(declaration), isOffered(declaration, in: file) else { return nil }
      return OfferedCallable(declaration, at: index, in: file)
    }
  }

  private static func isOffered(_ declaration: Declaration, in file: SourceFile) -> Bool {
    guard declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isLocal, .isOverride]) else { return false }
    let name = declaration.name.text
    if name.hasPrefix("__"), name.hasSuffix("__"), name != "__init__", name != "__call__" { return false }
    if declaration.isPublic { return true }
    guard declaration.isInitializer, file.language == .python, let parent = declaration.parent else { return false }
    return file.model.declarations[parent].isPublic
  }

  init(_ declaration: Declaration, at index: Int, in file: SourceFile) {
    let owner = declaration.parent.map { file.model.declarations[$0] }
    symbol = file.symbol(of: index)
    function = declaration.name.text
    self.owner = owner?.kind == .type ? owner?.name.text : nil
    isInitializer = declaration.isInitializer
    isOverride = declaration.flags.contains(.isOverride)
    range = declaration.name.range
    parameters = declaration.parameters.map {
      Parameter(
        name: $0.publicName.text, range: $0.publicName.range, kind: $0.kind, annotation: $0.annotation,
        defaultValue: $0.defaultValue)
    }
  }
}

/// An offered callable with its file.
struct PlacedCallable {
  let file: FileReference
  let callable: OfferedCallable

  var location: Location { Location(path: file.path, range: callable.range) }

  func location(of parameter: OfferedCallable.Parameter) -> Location {
    Location(path: file.path, range: parameter.range)
  }
}
