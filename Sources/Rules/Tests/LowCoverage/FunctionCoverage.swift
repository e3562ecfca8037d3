import LintModel
import LintSourceText

/// A function of which no line ran, or a type of which no method did.
struct UnreachedCode {
  var name: String
  var symbol: String
  var range: SourceRange
  var missing: [Int]
  /// More than one for a type.
  var functions: Int
  /// False for code that is not public and only counts toward its file.
  var isReported: Bool
}

/// Maps the lines of a coverage report to the functions of a file.
struct FunctionCoverage {
  private let file: SourceFile
  private let coverage: LineCoverage
  /// Executable lines of each function's body without nested functions, by declaration.
  private var bodies: [Int: (reached: [Int], missing: [Int])] = [:]

  /// The number of functions with an executable line.
  var count: Int { bodies.count }

  init(_ file: SourceFile, _ coverage: LineCoverage) {
    self.file = file
    self.coverage = coverage
    let table = LineTable(file.text)
    let declarations = file.model.declarations
    // Parents come before members, so the innermost function around a line is the last one that contains it.
    var innermost: [Int: Int] = [:]
    for (index, declaration) in declarations.enumerated() where declaration.isCallable || declaration.kind == .property
    {
      let name = table.lineIndex(of: declaration.name.range.start) + 1
      let last = table.lineIndex(of: max(declaration.range.end, declaration.range.start + 1) - 1) + 1
      // In Python, the `def` itself runs when the module is imported; in Swift, the body starts on its line.
      let first = file.language == .python ? name + 1 : name
      guard first <= last else { continue }
      for line in first...last { innermost[line] = index }
      // The header of a nested function runs as part of the outer one.
      if file.language == .python, let parent = declaration.parent, declarations[parent].isCallable {
        innermost[name] = parent
      }
    }
    for line in coverage.reached {
      if let index = innermost[line] { bodies[index, default: ([], [])].reached.append(line) }
    }
    for line in coverage.missing {
      if let index = innermost[line] { bodies[index, default: ([], [])].missing.append(line) }
    }
    // If the tool counts by function itself, its numbers are better, for example for several functions on one line.
    for index in bodies.keys {
      let symbol = file.symbol(of: index).dropFirst(file.reference.module.utf8.count).drop { $0 == "." }
      guard let own = coverage.functions[String(symbol)] else { continue }
      bodies[index] = (own.reached.sorted(), own.missing.sorted())
    }
  }

  /// In source order; a type of which no method ran is a single entry.
  func unreached() -> [UnreachedCode] {
    var groups: [Int: [Int]] = [:]
    for index in bodies.keys { groups[file.model.declarations[index].parent ?? 0, default: []].append(index) }
    var result: [UnreachedCode] = []
    for (parent, members) in groups {
      let missed = members.filter { bodies[$0]?.reached.isEmpty ?? false }
      let type = file.model.declarations[parent]
      // An extension does not show the other methods of its type.
      if type.kind == .type, !type.flags.contains(.isExtension), missed.count == members.count, missed.count > 1 {
        let lines = missed.flatMap { bodies[$0]?.missing ?? [] }.sorted()
        result.append(code(parent, lines, functions: missed.count, isReported: isOffered(type)))
        // So that the number of a file's functions is still right.
        result += missed.dropFirst().map { code($0, [], functions: 1, isReported: false) }
      } else {
        result += missed.map { index in
          let declaration = file.model.declarations[index]
          let missing = bodies[index]?.missing.sorted() ?? []
          // A property of one line only returns another one.
          let isOneLineProperty = declaration.kind == .property && missing.count < 2
          return code(index, missing, functions: 1, isReported: isOffered(declaration) && !isOneLineProperty)
        }
      }
    }
    return result.sorted { $0.range < $1.range }
  }

  private func code(_ index: Int, _ missing: [Int], functions: Int, isReported: Bool) -> UnreachedCode {
    let declaration = file.model.declarations[index]
    let owner = declaration.parent.map { file.model.declarations[$0] }
    let name = (owner?.kind == .type ? "\(owner?.name.text ?? "")." : "") + declaration.name.text
    return UnreachedCode(
      name: name, symbol: file.symbol(of: index), range: declaration.name.range, missing: missing, functions: functions,
      isReported: isReported)
  }

  private func isOffered(_ declaration: Declaration) -> Bool {
    let name = declaration.name.text
    // An initializer that never ran while other methods did is one that subclasses override.
    if name.hasPrefix("__") && name != "__call__" || name == "init" || PublicApi.isDeprecation(declaration, in: file) {
      return false
    }
    return declaration.isPublic
      && declaration.flags.isDisjoint(with: [.isStub, .isAbstract, .isOverload, .isDeprecated, .isLocal, .isConstant])
  }
}
