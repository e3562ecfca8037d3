import LintModel
import LintSourceText

/// A function or class that a file registers with gin.
struct GinConfigurable {
  /// Its full name, of which a binding may omit the first parts.
  var path: String
  var parameters: [String]
  /// True if it may accept other parameters.
  var isOpen: Bool
  var range: SourceRange

  /// Whether a binding's path, possibly with more parts in front, refers to it.
  func answers(to selector: String) -> Bool { path == selector || path.hasSuffix("." + selector) }

  /// `@gin.configurable("net", module="nets")`, `@gin.register`, `gin.external_configurable(torch.optim.Adam)`.
  static func all(in file: SourceFile) -> [GinConfigurable] {
    guard file.language == .python, file.model.imports.contains(where: { $0.module.prefix { $0 != "." } == "gin" })
    else { return [] }
    var result: [GinConfigurable] = []
    for index in file.model.declarations.indices {
      let declaration = file.model.declarations[index]
      guard declaration.kind == .function || declaration.kind == .type || declaration.kind == .method,
        let mark = declaration.attributes.first(where: { isRegistration(file.importedNames.path(of: $0.text)) })
      else { continue }
      let name = file.symbol(of: index).dropFirst(
        file.reference.module.isEmpty ? 0 : file.reference.module.utf8.count + 1)
      let call = file.model.invocations.first { $0.callee == mark.range }
      let callable = declaration.kind == .type ? constructor(of: index, in: file) : declaration
      result.append(
        GinConfigurable(
          path: path(of: String(name), call.map { file.argument("name_or_fn", at: 0, of: $0) } ?? nil, call, in: file),
          parameters: (callable?.parameters ?? []).map(\.name.text),
          isOpen: callable == nil || declaration.attributes.count > 1
            || callable?.parameters.contains { $0.isVariadic } == true,
          range: declaration.name.range))
    }
    for call in file.model.invocations where isExternal(call, in: file) {
      guard let first = file.argument("fn_or_cls", at: 0, of: call) else { continue }
      result.append(
        GinConfigurable(
          path: path(of: file.text[first.value], file.argument("name", at: 1, of: call), call, in: file),
          parameters: [], isOpen: true, range: call.range))
    }
    return result
  }

  private static func isRegistration(_ path: String?) -> Bool { path == "gin.configurable" || path == "gin.register" }

  /// Whether it is called, rather than used as a decorator.
  private static func isExternal(_ call: Invocation, in file: SourceFile) -> Bool {
    guard let path = file.path(of: call) else { return false }
    guard isRegistration(path) else { return path == "gin.external_configurable" }
    return file.argument("name_or_fn", at: 0, of: call)?.kind == .name
  }

  /// The name and module given in a registration.
  private static func path(
    of name: String, _ given: Invocation.Argument?, _ call: Invocation?, in file: SourceFile
  ) -> String {
    let own = given.flatMap { $0.kind == .string ? unquoted(file.text[$0.value]) : nil } ?? name
    if let call, let module = file.argument("module", of: call), module.kind == .string {
      return "\(unquoted(file.text[module.value])).\(own)"
    }
    let isWhole = given?.kind == .string && own.contains(".") || file.reference.module.isEmpty
    return isWhole ? own : "\(file.reference.module).\(own)"
  }

  private static func unquoted(_ text: String) -> String { text.filter { $0 != "\"" && $0 != "'" } }

  /// The constructor that a class defines itself; nil if it is inherited or generated.
  private static func constructor(of type: Int, in file: SourceFile) -> Declaration? {
    let own = file.model.declarations.filter { $0.parent == type && $0.isInitializer }
    return own.count == 1 ? own.first : nil
  }
}
