import LintModel
import LintSourceText

extension ApiModule {
  /// What a file contributes; nil for a file that is not part of a library, or in another language.
  ///
  /// - Parameters:
  ///   - file: Of any language and role.
  ///   - lines: Where its lines begin, if line numbers are needed.
  ///   - isOutline: Whether names, imports and exports are enough: no members, no parameters, no errors.
  package init?(_ file: SourceFile, lines: LineTable? = nil, isOutline: Bool = false) {
    if Paths.name(of: file.reference.path) == "Package.swift" {
      self.init(path: file.reference.path, name: "", language: .swift)
      targets = SwiftTargets.folders(file.text, in: String(Paths.folder(of: file.reference.path)))
      return
    }
    guard file.role == .library, !file.reference.path.hasSuffix(".ipynb") else { return nil }
    switch file.language {
    case .python: self = PythonApiReader(file, lines, isOutline: isOutline).module()
    case .swift: self = SwiftApiReader(file, lines).module()
    default: return nil
    }
    guard isOutline else { return }
    for index in symbols.indices {
      symbols[index].members = []
      symbols[index].parameters = []
      symbols[index].raises = []
    }
  }
}

/// Shared by the readers of both languages.
struct DeclarationPlaces {
  let file: SourceFile
  let lines: LineTable?
  /// The declarations inside each declaration.
  let members: [Int: [Int]]

  init(_ file: SourceFile, _ lines: LineTable?) {
    self.file = file
    self.lines = lines
    var members: [Int: [Int]] = [:]
    for (index, declaration) in file.model.declarations.enumerated() {
      members[declaration.parent ?? -1, default: []].append(index)
    }
    self.members = members
  }

  func place(_ range: SourceRange) -> ApiPlace {
    ApiPlace(path: file.reference.path, range: range, line: line(of: range))
  }

  func line(of range: SourceRange) -> Int { lines.map { $0.lineIndex(of: range.start) + 1 } ?? 0 }

  /// The errors that each declaration raises and does not catch.
  func raises() -> [Int: [ApiRaise]] {
    var raises: [Int: [ApiRaise]] = [:]
    for site in file.model.raiseSites where site.form == .raise || site.form == .throw {
      guard let owner = site.owner, let type = site.errorType?.text, !site.isCaughtHere else { continue }
      var raise = ApiRaise(type: type, condition: site.condition, line: line(of: site.range))
      if case .text(let text) = site.message { raise.message = text.plain }
      raises[owner, default: []].append(raise)
    }
    return raises
  }
}
