import LintModel
import LintRuleKit
import LintSourceText

/// Two public functions or classes in one module whose names differ by a suffix such as `_v2`, with nearly the same
/// parameters.
struct NearDuplicateApi: FileRule {
  struct Options: RuleOptions {
    /// Minimum share of all parameters that the two must have in common.
    var minimumShare: Double
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard !file.reference.isExcluded else { return }
    let offers = file.model.declarations.indices.filter { isOffered(file.model.declarations[$0], in: file) }
    for index in offers {
      let later = file.model.declarations[index]
      guard let stem = Self.stem(of: later.name.text) else { continue }
      guard
        let first = offers.first(where: {
          let earlier = file.model.declarations[$0]
          return earlier.parent == later.parent && earlier.kind == later.kind && Self.key(earlier.name.text) == stem
        }), isAlike(first, index, in: file)
      else { continue }
      let earlier = file.model.declarations[first]
      if isRetired(first, in: file) || isRetired(index, in: file) { continue }
      collector.add(
        .twins(later.name.text, earlier.name.text), at: later.name.range, in: file, of: index,
        related: [
          Evidence("'\(earlier.name.text)' here", at: Location(path: file.reference.path, range: earlier.name.range))
        ])
    }
  }

  private func isOffered(_ declaration: Declaration, in file: SourceFile) -> Bool {
    (declaration.isCallable || declaration.kind == .type) && declaration.isPublic
      && declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isLocal, .isOverride, .isExtension])
      && !declaration.attributes.contains { $0.text.contains("register") }
  }

  /// Whether a body warns that it is deprecated.
  private func isRetired(_ index: Int, in file: SourceFile) -> Bool {
    let range = file.model.declarations[index].range
    let body = file.text.bytes[Int(range.start)..<Int(range.end)]
    return ["DeprecationWarning", "FutureWarning"].contains { Bytes.find(Array($0.utf8), in: body) != nil }
  }

  /// The name without a suffix such as `_v2` or `_new`; nil if it has none. A bare number may be a dimension.
  private static func stem(of name: String) -> String? {
    var words = Name.words(of: name)
    guard words.count > 1, let last = words.last, marks.contains(last) else { return nil }
    words.removeLast()
    return words.isEmpty ? nil : words.joined(separator: "_")
  }

  private static func key(_ name: String) -> String { Name.words(of: name).joined(separator: "_") }

  private static let marks: Set<Substring> = [
    "v2", "v3", "new", "old", "alt", "improved", "orig", "bis", "modified",
  ]

  private func isAlike(_ first: Int, _ second: Int, in file: SourceFile) -> Bool {
    guard let one = shape(first, in: file), let two = shape(second, in: file) else { return false }
    let shared = one.intersection(two).count
    // The version is part of the published name of a model, and of the function that builds it.
    if !one.union(two).isDisjoint(with: ["pretrained", "weights", "model_name"]) { return false }
    return shared >= 1 && Double(shared) >= options.minimumShare * Double(one.union(two).count)
  }

  /// The names of the parameters of a function, or of a class's initializer.
  private func shape(_ index: Int, in file: SourceFile) -> Set<String>? {
    let declarations = file.model.declarations
    if declarations[index].isCallable { return Set(declarations[index].parameters.map(\.publicName.text)) }
    return declarations.first { $0.parent == index && $0.isInitializer }.map {
      Set($0.parameters.map(\.publicName.text))
    }
  }
}

extension Message {
  fileprivate static func twins(_ later: String, _ earlier: String) -> Message {
    "'\(later)' and '\(earlier)' take nearly the same parameters; merge them, deprecate one, or make the names state the difference"
  }
}
