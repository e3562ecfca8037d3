import LintModel
import LintRuleKit
import LintSourceText

/// One module exports many unrelated functions and classes.
struct OversizedModule: FileRule {
  struct Options: RuleOptions {
    /// Maximum number of public functions and classes in a module.
    var maximum: Int
    /// Maximum share of them that may have a word in common; above it, the module has a single topic.
    var maximumKinship: Double
    /// Generic words in module names; modules with other names are not checked.
    var names: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard !file.reference.isExcluded,
      file.text.cells.isEmpty, isMiscellaneousModule(file.reference.module)
    else { return }
    let offers = file.model.declarations.filter {
      $0.parent == 0 && $0.isPublic && ($0.kind == .function || $0.kind == .type)
        && $0.flags.isDisjoint(with: [.isOverload, .isDeprecated])
    }
    guard offers.count > options.maximum, let first = offers.first else { return }
    let groups = Self.groups(of: offers)
    let hierarchy = Double(groups.largest) / Double(offers.count)
    guard hierarchy <= options.maximumKinship else { return }
    collector.add(.oversized(offers.count, topics: groups.words), at: first.name.range, in: file, of: 0)
  }

  /// A generic name such as `utils` or `image_helpers`. Any other name states a topic, however long the module is.
  private func isMiscellaneousModule(_ module: String) -> Bool {
    let words = Name.words(of: module.split(separator: ".").last.map(String.init) ?? "")
    return words.contains { options.names.contains(String($0)) }
  }

  /// The size of the largest group of names with a word in common, and the words of the largest groups.
  private static func groups(of offers: [Declaration]) -> (largest: Int, words: [String]) {
    var counts: [Substring: Int] = [:]
    for offer in offers {
      for word in Set(offer.name.words) where word.count > 2 { counts[word, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return (ranked.first?.value ?? 0, ranked.prefix(4).filter { $0.value > 1 }.map { String($0.key) })
  }
}

extension Message {
  fileprivate static func oversized(_ count: Int, topics: [String]) -> Message {
    let list = topics.isEmpty ? "" : ", such as \(topics.joined(separator: ", "))"
    return "this module exports \(count) public functions and classes on many topics\(list); split it by topic"
  }
}
