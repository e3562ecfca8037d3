import LintModel
import LintSourceText

/// The functions of the same file that a body calls, and which of their parameters it leaves out.
struct HandedOn {
  private var left: Set<String> = []

  init(_ index: Int, in file: SourceFile) {
    let declarations = file.model.declarations
    let owner = declarations[index].parent
    for call in file.model.invocations where call.owner == index && !call.hasUnpacking {
      let callee = file.text[call.callee]
      for (place, other) in declarations.enumerated()
      where place != index && other.isCallable && Invocation.hash(other.name.text) == call.nameHash {
        guard Self.means(other, callee, from: declarations[index], of: owner, in: file) else { continue }
        left.formUnion(Self.omitted(by: call, of: other, in: file))
      }
    }
  }

  /// Whether a function that is called takes the parameter, and the call does not pass it.
  func drops(_ parameter: String) -> Bool { left.contains(parameter) }

  private static func means(
    _ other: Declaration, _ callee: String, from caller: Declaration, of owner: Int?, in file: SourceFile
  ) -> Bool {
    if other.kind == .function { return callee == other.name.text }
    if other.isInitializer, file.language == .python {
      // `super().__init__(...)`
      guard caller.isInitializer, callee.hasPrefix("super("), let owner, let base = other.parent else { return false }
      return file.model.declarations[owner].bases.count == 1
        && file.model.declarations[owner].bases.contains(file.model.declarations[base].name.text)
    }
    return other.parent == owner && callee.hasPrefix("self.") && !callee.dropFirst(5).contains(".")
  }

  private static func omitted(by call: Invocation, of other: Declaration, in file: SourceFile) -> [String] {
    var keywords: Set<String> = []
    var count = 0
    for argument in file.model.arguments[call.arguments] {
      if let keyword = argument.keyword { keywords.insert(file.text[keyword]) } else { count += 1 }
    }
    let positional = other.parameters.filter { $0.kind == .positionalOnly || $0.kind == .positionalOrKeyword }
    return other.parameters.filter { parameter in
      guard parameter.defaultValue != nil, !keywords.contains(parameter.name.text) else { return false }
      let place = positional.firstIndex { $0.name.range == parameter.name.range }
      return place.map { $0 >= count } ?? true
    }.map(\.name.text)
  }
}
