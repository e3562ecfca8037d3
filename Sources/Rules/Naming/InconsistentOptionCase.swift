import LintModel
import LintRuleKit
import LintSourceText

/// One option of a program is spelled `--output_path` among its `--kebab-case` ones.
struct InconsistentOptionCase: FileRule {
  struct Options: RuleOptions {
    /// Share of the options of several words that must have the leading case before the others are reported.
    var minimumShare: Double
    /// Options of several words that a program must have at all.
    var minimumUses: Int
    /// Options that another tool prescribes.
    var except: [String]
  }

  let options: Options
  private let prescribed: Set<String>

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    prescribed = Set((vocabulary.lexicons.fixed.launcherOptions + options.except).map(Name.canonical))
  }

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role != .test, file.role != .vendored, file.role != .generated else { return }
    var spelled: [Spelled] = []
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, !option.isHidden else { continue }
      let names = option.spellings.filter { $0.text.hasPrefix("--") && !prescribed.contains(Name.canonical($0.text)) }
      guard let name = names.first(where: { OptionCase(of: $0.text) != nil }) else { continue }
      spelled.append(Spelled(name: name, cases: Set(names.compactMap { OptionCase(of: $0.text) }), declaration: index))
    }
    judge(spelled, in: file, &report)
  }

  private func judge(_ spelled: [Spelled], in file: SourceFile, _ report: inout Report) {
    var votes: [OptionCase: Int] = [:]
    for option in spelled { for style in option.cases { votes[style, default: 0] += 1 } }
    guard spelled.count >= options.minimumUses,
      let leader = votes.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
      leader.key != .mixed, Double(leader.value) >= options.minimumShare * Double(spelled.count)
    else { return }
    let dissent = spelled.filter { !$0.cases.contains(leader.key) }
    guard let first = dissent.first, let example = spelled.first(where: { $0.cases.contains(leader.key) }) else {
      return
    }
    let others = dissent.dropFirst().prefix(4).map {
      Evidence("'\($0.name.text)' too", at: Location(path: file.reference.path, range: $0.name.range))
    }
    let house = Evidence(
      "'\(example.name.text)' here", at: Location(path: file.reference.path, range: example.name.range))
    report.add(
      .dissenting(first.name.text, dissent.count - 1, leader.key, leader.value, of: spelled.count),
      at: first.name.range, in: file, of: first.declaration, related: Array((others + [house]).prefix(5)))
  }
}

/// An option of several words, and the cases that its long spellings have.
private struct Spelled {
  var name: Name
  var cases: Set<OptionCase>
  var declaration: Int
}

/// How the words of a long option are joined.
private enum OptionCase: String {
  case kebab = "kebab-case"
  case snake = "snake_case"
  case camel = "camelCase"
  case mixed = "mixed case"

  /// Nil where there is but one word.
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
  fileprivate static func dissenting(
    _ name: String, _ others: Int, _ style: OptionCase, _ votes: Int, of total: Int
  ) -> Message {
    let more = others > 0 ? " (and \(others) more)" : ""
    return """
      '\(name)'\(more) departs from the \(style.rawValue) of \(votes) of this program's \(total) options of several \
      words; call it '\(style.spell(name))', and keep the old spelling as an alias
      """
  }
}
