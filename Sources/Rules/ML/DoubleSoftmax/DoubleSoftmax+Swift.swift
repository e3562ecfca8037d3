import LintModel
import LintRuleKit
import LintSourceText

extension DoubleSoftmax {
  /// The losses of MLX and of Swift for TensorFlow that take logits.
  func checkSwift(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.model.imports.contains(where: { Self.swiftModules.contains($0.module) }) else { return }
    for call in file.model.invocations {
      guard let activation = Self.swiftLosses[String(file.name(of: call))],
        let logits = file.argument("logits", of: call),
        file.argument("withLogits", of: call).map({ file.text[$0.value] == "true" }) ?? true,
        applied(to: logits.value, before: call, in: file) == activation
      else { continue }
      collector.add(
        .doubled("'\(file.text[logits.value])'", activation, String(file.name(of: call))), at: logits.value, in: file,
        of: call.owner)
    }
  }

  private static let swiftModules: Set<String> = ["MLX", "MLXNN", "TensorFlow"]
  private static let swiftLosses = [
    "crossEntropy": "softmax", "softmaxCrossEntropy": "softmax", "binaryCrossEntropy": "sigmoid",
    "sigmoidCrossEntropy": "sigmoid",
  ]

  /// The function that made a value: of the value itself, or of the constant that holds it.
  private func applied(to value: SourceRange, before call: Invocation, in file: SourceFile) -> String? {
    var start = value.start
    let text = file.text[value]
    if text.utf8.allSatisfy(\.isIdentifierByte) {
      let first = call.owner.map { file.model.declarations[$0].range.start } ?? 0
      let before = file.text.bytes[from: Int(first), to: Int(call.range.start)]
      let marks = ["let \(text) = ", "var \(text) = "].compactMap { mark in
        Array(mark.utf8).withUnsafeBufferPointer { mark in
          before.indices.last { before[$0...].starts(with: mark) }.map { $0 + mark.count }
        }
      }
      guard let bound = marks.max() else { return nil }
      start = UInt32(bound)
    }
    let made = file.model.invocations.first { $0.range.start == start }
    return made.map { String(file.name(of: $0)) }
  }
}
