import LintModel
import LintSourceText

/// What a body hands to others under the names of its own parameters.
struct PassedOn {
  /// The function of the same file that is called without a parameter it takes, by the parameter.
  private var left: [String: String] = [:]
  /// What is called with another value for a keyword, by the keyword.
  private var replaced: [String: String] = [:]
  /// The attributes that an initializer sets to a constant.
  private var fixed: Set<String> = []

  init(_ index: Int, in file: SourceFile) {
    let declarations = file.model.declarations
    let owner = declarations[index].parent
    for call in file.model.invocations where call.owner == index {
      let callee = file.text[call.callee]
      for argument in file.model.arguments[call.arguments] {
        guard let keyword = argument.keyword, Self.isPlain(argument.kind) else { continue }
        replaced[file.text[keyword]] = replaced[file.text[keyword]] ?? Self.shown(callee)
      }
      if call.hasUnpacking { continue }
      for (place, other) in declarations.enumerated()
      where place != index && other.isCallable && Self.hash(of: other, called: callee, in: file) == call.nameHash {
        guard Self.means(other, callee, from: declarations[index], of: owner, in: file) else { continue }
        for name in Self.omitted(by: call, of: other, in: file) { left[name] = left[name] ?? Self.shown(callee) }
      }
    }
    guard declarations[index].isInitializer else { return }
    for binding in file.model.bindings where binding.isOfInstance && binding.owner == owner {
      if let value = binding.value, LiteralValue(file.text[value]) != nil { fixed.insert(binding.name.text) }
    }
  }

  /// Why a parameter that is never read should have been, if the body shows it.
  func evidence(for parameter: String) -> UnusedParameter.Evidence? {
    if let callee = left[parameter] { return .dropped(callee) }
    if let callee = replaced[parameter] { return .replaced(callee) }
    return fixed.contains(parameter) ? .fixed : nil
  }

  /// A value that could have been the parameter; a longer expression may well be made from it in differently.
  private static func isPlain(_ kind: Invocation.Argument.Kind) -> Bool {
    switch kind {
    case .string, .number, .boolean, .none, .name: true
    case .call, .collection, .lambda, .unpacking, .other: false
    }
  }

  /// The last name of what is called; `super().__init__` whole.
  private static func shown(_ callee: String) -> String {
    callee.hasPrefix("super(")
      ? "super()" + callee.drop { $0 != ")" }.dropFirst() : callee.split(separator: ".").last.map(String.init) ?? callee
  }

  /// What a call of it is named: an object is made by the name of its class, or by `super().__init__`.
  private static func hash(of other: Declaration, called callee: String, in file: SourceFile) -> UInt64 {
    guard other.isInitializer, file.language == .python, !callee.hasPrefix("super("), let type = other.parent else {
      return Invocation.hash(other.name.text)
    }
    return Invocation.hash(file.model.declarations[type].name.text)
  }

  private static func means(
    _ other: Declaration, _ callee: String, from caller: Declaration, of owner: Int?, in file: SourceFile
  ) -> Bool {
    if other.kind == .function { return callee == other.name.text }
    if other.isInitializer, file.language == .python {
      // `super().__init__(...)`
      if let type = other.parent, callee == file.model.declarations[type].name.text { return true }
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
