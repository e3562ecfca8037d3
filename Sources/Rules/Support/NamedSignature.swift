import Lint

/// One public signature, boiled down to what rules about names ask.
struct NamedSignature: Codable {
  struct Parameter: Codable {
    /// Words joined by underscores, the same in every language.
    var name: String
    var text: String
    var range: SourceRange
    var annotation: String?
    var defaultValue: String?
    var meaning: Lint.Parameter.Meaning
    var passedAs: [String]
    /// A keyword-only parameter of Python: callers never see its place.
    var hasFreeOrder: Bool
  }

  var symbol: String
  var function: String
  /// The type that it is a method of.
  var owner: String?
  var isOverride: Bool
  var parameters: [Parameter]

  /// Copies of one signature, such as the `forward` of forty layers, are one decision.
  var family: String { function + "(" + parameters.map(\.name).joined(separator: ",") + ")" }

  /// The public signatures of a library file that have a parameter worth keeping.
  static func all(in file: SourceFile, where isWorthKeeping: (Lint.Parameter) -> Bool) -> [NamedSignature] {
    guard file.role == .library else { return [] }
    return file.model.declarations.indices.compactMap { index in
      let declaration = file.model.declarations[index]
      guard declaration.isCallable, isVisible(declaration, in: file),
        declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isLocal]),
        declaration.parameters.contains(where: isWorthKeeping)
      else { return nil }
      let owner = declaration.parent.map { file.model.declarations[$0] }
      return NamedSignature(
        symbol: file.symbol(of: index), function: declaration.name.text,
        owner: owner?.kind == .type ? owner?.name.text : nil, isOverride: declaration.flags.contains(.isOverride),
        parameters: declaration.parameters.filter { !$0.isVariadic }.map { Parameter($0, in: file.language) })
    }
  }

  private static func isVisible(_ declaration: Declaration, in file: SourceFile) -> Bool {
    if declaration.isPublic { return true }
    guard declaration.isInitializer, file.language == .python, let parent = declaration.parent else { return false }
    return file.model.declarations[parent].isPublic
  }
}

extension NamedSignature.Parameter {
  fileprivate init(_ parameter: Lint.Parameter, in language: Language) {
    let name = parameter.publicName
    self.init(
      name: Name.canonical(name.text), text: name.text, range: name.range, annotation: parameter.annotation,
      defaultValue: parameter.defaultValue, meaning: parameter.meaning, passedAs: parameter.passedAs,
      hasFreeOrder: language == .python && parameter.kind == .keywordOnly)
  }
}

/// A signature with the file that it stands in.
struct PlacedSignature {
  let file: FileReference
  let signature: NamedSignature

  func location(of parameter: NamedSignature.Parameter) -> Location {
    Location(path: file.path, range: parameter.range)
  }

  /// True where another library's class prescribes the names.
  func isForeign(in project: ProjectIndex) -> Bool {
    guard let owner = signature.owner else { return false }
    if signature.isOverride, file.language == .swift { return true }
    return project.origin(ofMethod: signature.function, in: owner, module: file.module) == .foreign
  }
}
