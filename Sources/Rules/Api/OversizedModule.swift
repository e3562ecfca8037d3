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
    let exported = file.model.declarations.filter {
      $0.parent == 0 && $0.isPublic && ($0.kind == .function || $0.kind == .type) && !$0.flags.contains(.isOverload)
    }
    // What is deprecated is on its way out.
    let offers = exported.filter { !$0.flags.contains(.isDeprecated) }
    guard offers.count > options.maximum, let first = offers.first else { return }
    guard Double(Self.largestGroup(of: offers)) <= options.maximumKinship * Double(offers.count) else { return }
    collector.add(.oversized(exported.count), at: first.name.range, in: file, of: 0)
  }

  /// A generic name such as `utils` or `image_helpers`. Any other name states a topic, however long the module is.
  private func isMiscellaneousModule(_ module: String) -> Bool {
    let words = Name.words(of: module.split(separator: ".").last.map(String.init) ?? "")
    return words.contains { options.names.contains(String($0)) }
  }

  /// The size of the largest group of names with a word in common.
  private static func largestGroup(of offers: [Declaration]) -> Int {
    var counts: [Substring: Int] = [:]
    for offer in offers {
      for word in Set(offer.name.words) where word.count > 2 { counts[word, default: 0] += 1 }
    }
    return counts.values.max() ?? 0
  }
}

extension Message {
  fileprivate static func oversized(_ count: Int) -> Message {
    "this module exports \(count) public functions and classes without a common topic; split it by topic"
  }
}
