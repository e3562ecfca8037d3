import LintModel
import LintSerialization

/// A callee that a pattern matches.
///
/// `torch.nn.Softmax` is a path that the file's imports must lead to, `torch.nn.*` any name there, `.cuda` that name behind
/// anything and a dot, `print` a name that the file neither imports nor declares.
struct CalleePattern: Sendable {
  private enum Form: Sendable { case path, method, builtin }

  let text: String
  let use: String?
  private let form: Form
  private let parts: [Substring]
  /// The hash of the last name; nil if that may be any.
  let nameHash: UInt64?

  init(_ entry: PatternNames.Entry) throws(YAMLError) {
    text = entry.text
    use = entry.use
    let isMethod = entry.text.hasPrefix(".")
    parts = (isMethod ? entry.text.dropFirst() : entry.text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    form = isMethod ? .method : parts.count == 1 ? .builtin : .path
    let isSound = parts.allSatisfy { part in
      !part.isEmpty && (part == "*" || part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
    }
    guard isSound, parts.first != "*", let last = parts.last else {
      throw YAMLError(
        at: entry.mark, "invalid callee",
        expected: "a path such as 'torch.load' or 'torch.nn.*', a method such as '.cuda', or a name such as 'print'",
        found: "'\(entry.text)'")
    }
    nameHash = last == "*" ? nil : Invocation.hash(String(last))
  }

  /// Whether a file may call it at all: one look-up, or for `torch.nn.*` one look at the imports.
  func mayBeCalled(in file: SourceFile) -> Bool {
    if let nameHash { return file.model.mentions.contains(hash: nameHash) }
    return file.language == .swift || file.model.imports.contains { $0.module.hasPrefix(parts[0]) }
  }

  func matches(_ call: Invocation, in file: SourceFile) -> Bool {
    if let nameHash, nameHash != call.nameHash { return false }
    switch form {
    case .method: return nameHash == call.nameHash && file.text[call.callee].hasSuffix(text)
    case .builtin: return file.text[call.callee] == text && isUndeclared(in: file)
    case .path:
      if let path = file.path(of: call) { return matches(path) }
      // Swift's imports do not name what they bring.
      guard file.language == .swift, call.isDotted else { return false }
      let written = file.text[call.callee]
      if matches(written) { return true }
      return file.model.imports.contains { $0.module == parts[0] } && matches("\(parts[0]).\(written)")
    }
  }

  /// Whether a full path is what the pattern names.
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: ".")
    return names.count == parts.count && zip(names, parts).allSatisfy { $1 == "*" || $0 == $1 }
  }

  private func isUndeclared(in file: SourceFile) -> Bool {
    file.importedNames.path(of: text) == nil
      && !file.model.declarations.contains { $0.name.text == text && $0.kind != .option && $0.kind != .method }
  }
}

/// Several callees, matched together.
struct CalleePatterns: Sendable {
  let patterns: [CalleePattern]
  let exceptions: [CalleePattern]

  init(_ names: PatternNames, except: PatternNames? = nil) throws(YAMLError) {
    var patterns: [CalleePattern] = []
    for entry in names.entries { patterns.append(try CalleePattern(entry)) }
    var exceptions: [CalleePattern] = []
    for entry in except?.entries ?? [] { exceptions.append(try CalleePattern(entry)) }
    self.patterns = patterns
    self.exceptions = exceptions
  }

  /// The calls that are meant, each with the pattern that means it. A file that mentions no such name costs one look-up
  /// for each.
  func calls(
    in file: SourceFile, where mayBeMeant: (Invocation) -> Bool = { _ in true }
  ) -> [(call: Invocation, pattern: CalleePattern)] {
    let candidates = patterns.filter { $0.mayBeCalled(in: file) }
    guard !candidates.isEmpty else { return [] }
    var result: [(Invocation, CalleePattern)] = []
    for call in file.model.invocations where mayBeMeant(call) {
      guard let pattern = candidates.first(where: { $0.matches(call, in: file) }),
        !exceptions.contains(where: { $0.matches(call, in: file) })
      else { continue }
      result.append((call, pattern))
    }
    return result
  }

  func isCalled(in file: SourceFile, where isInReach: (Invocation) -> Bool) -> Bool {
    let candidates = patterns.filter { $0.mayBeCalled(in: file) }
    guard !candidates.isEmpty else { return false }
    return file.model.invocations.contains { call in
      isInReach(call) && candidates.contains { $0.matches(call, in: file) }
    }
  }
}
