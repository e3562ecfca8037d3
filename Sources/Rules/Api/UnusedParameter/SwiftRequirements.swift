import LintModel

/// Initializers and methods that protocols of Swift's standard library and of Foundation require, by their labels.
enum SwiftRequirements {
  static func include(_ declaration: Declaration) -> Bool {
    let labels = declaration.parameters.map { ($0.label ?? $0.name).text + ":" }.joined()
    return all.contains("\(declaration.name.text)(\(labels))")
  }

  private static let all: Set<String> = [
    // Codable
    "init(from:)", "encode(to:)", "init(stringValue:)", "init(intValue:)", "init(coder:)", "encode(with:)",
    "init(from:configuration:)", "encode(to:configuration:)",
    // RawRepresentable and literals
    "init(rawValue:)", "init(stringLiteral:)", "init(unicodeScalarLiteral:)", "init(extendedGraphemeClusterLiteral:)",
    "init(integerLiteral:)", "init(floatLiteral:)", "init(booleanLiteral:)", "init(arrayLiteral:)",
    "init(dictionaryLiteral:)", "init(nilLiteral:)", "init(stringInterpolation:)",
    "init(literalCapacity:interpolationCount:)",
    // Hashable, sequences, streams and clocks
    "hash(into:)", "index(after:)", "index(before:)", "formIndex(after:)", "next(isolation:)",
    "makeAsyncIterator(isolation:)", "sleep(until:tolerance:)", "copy(with:)",
  ]
}
