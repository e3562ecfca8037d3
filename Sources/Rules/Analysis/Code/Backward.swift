import LintModel
import LintSourceText

/// A backward pass: `loss.backward()`, `scaler.scale(loss).backward()`, `accelerator.backward(loss)`.
struct Backward {
  var range: SourceRange
  /// What is differentiated, as written.
  var loss: String

  init?(_ call: Invocation, _ body: FunctionBody) {
    guard Self.isOne(call, in: body.file) else { return nil }
    range = call.range
    if let first = body.positional(of: call).first, first.kind == .name {
      // `loss.backward(gradient)` and `engine.backward(loss)`
      let receiver = body.receiver(of: call)
      loss = receiver.hasWord(of: ["loss", "losses", "cost"]) ? String(receiver) : body.text(first.value)
    } else if let scaled = body.calls.first(where: {
      $0.range.start == call.range.start && $0.range.end < call.callee.end
    }), let first = body.positional(of: scaled).first {
      loss = body.text(first.value)
    } else {
      loss = String(body.receiver(of: call))
    }
  }

  static func isOne(_ call: Invocation, in file: SourceFile) -> Bool {
    call.nameHash == backward || call.nameHash == manual
  }

  private static let backward = Invocation.hash("backward")
  private static let manual = Invocation.hash("manual_backward")
}

extension FunctionBody {
  /// A value and those that it was computed from by scaling, as written: `outputs.loss` of `loss = outputs.loss / n`.
  func sources(of value: String, before offset: UInt32) -> [String] {
    var result = [value]
    guard let binding = binding(of: value, before: offset) else { return result }
    let source = text(binding.value)
    let dotted = source.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let rest = source.dropFirst(dotted.count).drop { $0 == " " }
    if !dotted.isEmpty, rest.isEmpty || rest.first == "/" || rest.first == "*" { result.append(String(dotted)) }
    return result
  }

  /// Whether a value mentions a variable, or is computed from one that does.
  func reaches(_ variable: some StringProtocol, from value: String, before offset: UInt32) -> Bool {
    if value.contains(variable) { return true }
    let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let binding = binding(of: name, before: offset) else { return false }
    return text(binding.value).contains(variable)
  }
}
