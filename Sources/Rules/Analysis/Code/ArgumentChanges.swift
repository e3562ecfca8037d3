import LintModel
import LintSourceText

/// Where a function changes an object that its caller passed: keys taken from or put into a dictionary or table, and
/// changes to a list.
struct ArgumentChanges {
  /// The calls and assignments, in source order; empty if the function works on a copy, or shows its caller the change.
  private(set) var ranges: [SourceRange] = []

  private let body: FunctionBody
  private let name: String
  private let type: String

  init(of parameter: Parameter, in body: FunctionBody) {
    self.body = body
    name = parameter.name.text
    type = (parameter.annotation ?? "").lowercased()
    let isOwn = parameter.defaultValue.map { $0.hasPrefix("{") || $0.hasPrefix("[") } ?? false
    // `changing-default` reports a default that is changed.
    guard !parameter.isVariadic, !isOwn, !Self.passedAround.contains(name), !name.hasSuffix("kwargs") else { return }
    guard isUnexpected else { return }
    var found = body.calls.filter { changes(by: $0) }.map(\.range)
    if !body.declaration.isInitializer {
      found += body.steps.filter { $0.kind == .assignment && isKey(body.text($0.targets)) }.map(\.targets)
    }
    ranges = found.filter { !isRebound(before: $0) }.sorted()
  }

  /// Objects that travel through a program to be filled.
  private static let passedAround: Set<String> = [
    "batch", "sample", "item", "data", "result", "results", "output", "outputs", "state", "cache", "memo", "context",
    "ctx", "info", "record", "row", "logs", "metrics", "inputs", "features", "d", "out", "acc", "stack", "queue",
    "self",
    "cls", "env", "environ", "registry", "history", "node", "storage", "globals", "namespace",
  ]

  /// Whether callers expect a result, rather than a change: something else than the argument is given back, or an object
  /// is made.
  private var isUnexpected: Bool {
    if body.declaration.isInitializer { return true }
    let results = body.steps.filter { $0.kind == .result }
    let values = results.map { body.text($0.value) }.filter { !$0.isEmpty && $0 != "None" }
    // `True` or `False` says whether something was changed.
    return values.contains { $0 != "True" && $0 != "False" }
      && !results.contains { isGivenBack(in: $0.value) || body.text($0.value) == "self" }
  }

  /// Whether a result is the argument, holds it, or comes from a function that may give it back.
  private func isGivenBack(in result: SourceRange) -> Bool {
    if body.elements(of: result).contains(where: { body.text($0) == name }) { return true }
    return body.calls.contains { call in
      result.contains(call.range) && !Self.measures.contains(String(body.name(of: call)))
        && body.file.model.arguments[call.arguments].contains { body.text($0.value) == name }
    }
  }

  /// Functions that look at their argument, and give something else back.
  private static let measures: Set<String> = ["len", "sum", "min", "max", "sorted", "any", "all", "str", "repr", "set"]

  private func changes(by call: Invocation) -> Bool {
    guard call.isDotted, body.text(call.callee).hasPrefix(name + "."), body.receiver(of: call) == name else {
      return false
    }
    let arguments = body.file.model.arguments[call.arguments]
    let method = body.name(of: call)
    switch method {
    case "pop": return arguments.first?.kind == .string
    case "popitem", "clear", "update", "setdefault":
      guard !body.declaration.isInitializer || method == "popitem" || method == "clear" else { return false }
      return isDictionary && (method != "setdefault" || arguments.first?.kind == .string)
    case "sort", "reverse", "append", "extend", "insert", "remove":
      return isList && !body.declaration.isInitializer
    default: return false
    }
  }

  /// `options["lr"]`.
  private func isKey(_ target: String) -> Bool {
    guard target.hasPrefix(name + "["), target.hasSuffix("]") else { return false }
    let key = target.dropFirst(name.utf8.count + 1).dropLast()
    guard let quote = key.first, quote == "\"" || quote == "'", key.last == quote else { return false }
    return !key.dropFirst().dropLast().contains(quote)
  }

  private var isDictionary: Bool {
    if type.contains("dict") || type.contains("mapping") { return true }
    return type.isEmpty
      && body.calls.contains { call in
        body.receiver(of: call) == name && ["items", "keys", "get"].contains(body.name(of: call))
      }
  }

  private var isList: Bool { type.hasPrefix("list") || type.hasPrefix("optional[list") }

  /// Whether the name stands for something else by then; `options = options or {}` still is what was passed.
  private func isRebound(before change: SourceRange) -> Bool {
    body.steps.contains { step in
      guard step.kind == .assignment || step.kind == .loop || step.kind == .context,
        step.range.start < change.start, binds(body.text(step.targets))
      else { return false }
      guard step.kind == .assignment else { return true }
      let value = body.text(step.value)
      if value.hasPrefix(name + " or ") { return false }
      let isEmpty = ["{}", "[]", "dict()", "list()"].contains(value)
      return !isEmpty
        || !body.around(step.range, .condition).contains { condition in
          let test = body.text(condition.value)
          return test == "\(name) is None" || test == "not \(name)"
        }
    }
  }

  private func binds(_ targets: String) -> Bool {
    targets == name || targets.split { ",() ".contains($0) }.contains { $0 == name }
  }
}
