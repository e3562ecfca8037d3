import LintModel
import LintRuleKit
import LintSourceText

/// A command-line option is spelled in a different case than the program's others: `--output_path` among kebab-case.
struct InconsistentOptionCase: FileRule {
  struct Options: RuleOptions {
    /// Minimum share of multi-word options that must use the leading case before the others are reported.
    var minimumShare: Double
    /// Minimum number of multi-word options that a program must have.
    var minimumUses: Int
    /// Options prescribed by other tools.
    var except: [String]
  }

  let options: Options
  private let prescribed: Set<String>

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    prescribed = Set((vocabulary.lexicons.fixed.launcherOptions + options.except).map(Name.canonical))
  }

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    var spelled: [Spelled] = []
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, !option.isHidden else { continue }
      let names = option.spellings.filter { $0.text.hasPrefix("--") && !prescribed.contains(Name.canonical($0.text)) }
      guard let name = names.first(where: { OptionCase(of: $0.text) != nil }) else { continue }
      spelled.append(Spelled(name: name, cases: Set(names.compactMap { OptionCase(of: $0.text) }), declaration: index))
    }
    judge(spelled, in: file, &collector)
  }

  private func judge(_ spelled: [Spelled], in file: SourceFile, _ collector: inout FindingCollector) {
    var uses: [OptionCase: Int] = [:]
    for option in spelled { for style in option.cases { uses[style, default: 0] += 1 } }
    guard spelled.count >= options.minimumUses,
      let leader = uses.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
      leader.key != .mixed, Double(leader.value) >= options.minimumShare * Double(spelled.count)
    else { return }
    let minority = spelled.filter { !$0.cases.contains(leader.key) }
    guard let first = minority.first, let example = spelled.first(where: { $0.cases.contains(leader.key) }) else {
      return
    }
    let others = minority.dropFirst().prefix(4).map {
      Evidence("'\($0.name.text)' here too", at: Location(path: file.reference.path, range: $0.name.range))
    }
    let house = Evidence(
      "'\(example.name.text)' here", at: Location(path: file.reference.path, range: example.name.range))
    collector.add(
      .minority(first.name.text, minority.count - 1, leader.key, leader.value, of: spelled.count),
      at: first.name.range, in: file, of: first.declaration, related: Array((others + [house]).prefix(5)))
  }
}

/// A multi-word option, and the cases of its long spellings.
private struct Spelled {
  var name: Name
  var cases: Set<OptionCase>
  var declaration: Int
}

/// How the words of a long option are joined: its case.
private enum OptionCase: String {
  case kebab = "kebab-case"
  case snake = "snake_case"
  case camel = "camelCase"
  case mixed = "mixed case"

  /// Nil if the option is a single word.
  init?(of option: String) {
    let name = option.drop { $0 == "-" }
    let hasHyphen = name.contains("-")
    let hasUnderscore = name.contains("_")
    if hasHyphen || hasUnderscore {
      self = hasHyphen && hasUnderscore ? .mixed : hasHyphen ? .kebab : .snake
    } else if name.first?.isLowercase == true, Name.canonical(String(name)).contains("_") {
      self = .camel
    } else {
      return nil
    }
  }

  func spell(_ option: String) -> String {
    let words = Name.canonical(option).split(separator: "_")
    return switch self {
    case .kebab: "--" + words.joined(separator: "-")
    case .camel: "--" + (words.first ?? "") + words.dropFirst().map(\.capitalizedFirst).joined()
    case .snake, .mixed: "--" + words.joined(separator: "_")
    }
  }
}

extension Substring {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Message {
  fileprivate static func minority(
    _ name: String, _ others: Int, _ style: OptionCase, _ uses: Int, of total: Int
  ) -> Message {
    let (subject, advice) =
      others > 0
      ? (
        "'\(name)' and \(others) more are",
        "rename them, as in '\(style.spell(name))', keeping the old names as aliases"
      )
      : ("'\(name)' is", "rename it to '\(style.spell(name))', keeping the old name as an alias")
    return "\(subject) not \(style.rawValue), unlike \(uses) of the program's \(total) multi-word options; \(advice)"
  }
}
