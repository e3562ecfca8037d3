import LintModel
import LintSourceText

/// The context of a position in a file, for the narrowing keys of a pattern.
struct PatternSurroundings {
  let file: SourceFile
  let range: SourceRange
  /// What was found here; nil if the place is a file.
  let match: PatternMatch?
  /// Index of the innermost declaration around it; nil for the file.
  let owner: Int?

  init(_ file: SourceFile, _ range: SourceRange, _ match: PatternMatch? = nil) {
    self.file = file
    self.range = range
    self.match = match
    owner = file.model.declarations.indices.last { index in
      let declaration = file.model.declarations[index]
      return declaration.kind != .option && declaration.kind != .module && declaration.range.contains(range)
    }
  }

  /// The names of the declarations around it, of the file and of the folders that it lies in.
  var names: [String] {
    file.enclosing(owner).map(\.name.text).filter { !$0.isEmpty }
      + file.reference.projectPath.split(separator: "/").map { String($0.prefix { $0 != "." }) }
  }

  /// The innermost function around it; the whole file where there is none.
  var functionRange: SourceRange {
    file.enclosing(owner).first { $0.isCallable || $0.kind == .test || $0.kind == .property && !$0.range.isEmpty }?
      .range
      ?? SourceRange(start: 0, end: UInt32(file.text.bytes.count))
  }

  var isInLoop: Bool {
    let function = functionRange
    return file.model.regions.contains {
      $0.kind == .loop && $0.range.contains(range) && function.contains($0.range)
    }
  }

  /// What the branches around it test.
  var guards: [SourceRange] {
    file.model.regions.filter { $0.kind == .branch && $0.range.contains(range) && !$0.test.contains(range) }.map(\.test)
  }

  /// Whether it runs when the file is imported: in no function, and not below `if __name__ == "__main__"`.
  var isAtModuleLevel: Bool {
    let isInFunction = file.enclosing(owner).contains { $0.isCallable || $0.kind == .test }
    return !isInFunction && !guards.contains { file.text[$0].contains("__main__") }
  }
}
