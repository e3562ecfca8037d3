import LintModel
import LintRuleKit
import LintSourceText

/// A name or a document contains an exclusionary term, such as `whitelist` or `slave`.
struct ExclusionaryTerm: ProjectRule {
  struct Options: RuleOptions {
    /// Additional terms to report.
    var also: [String]
    /// Names and terms that are not reported.
    var except: [String]
  }

  struct Fact {
    var term: String
    var use: [String]
    /// The matched spelling, its words joined by underscores.
    var form: String
    /// The name that contains it; in a document, the matched text.
    var name: String
    var range: SourceRange
    var symbol: String
    /// The method that the name belongs to, and its type: a base class of another library may prescribe the name.
    var method: String?
    var owner: String?
    var isProse: Bool
    /// Whether it is a variable of the process's environment.
    var isOfEnvironment = false
  }

  let options: Options
  private let forms: ExclusionaryForms
  private let except: Set<String>

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    let also = options.also.map { ExclusionaryWord(term: $0) }
    let except = Set(options.except.map(Name.canonical))
    let terms = (vocabulary.lexicons.friction + also).filter { !except.contains($0.term) }
    forms = ExclusionaryForms(terms)
    self.except = except
  }

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .vendored, file.role != .generated else { return [] }
    let facts =
      switch file.language {
      case .markdown: prose(in: file)
      case .python, .swift, .yaml, .toml, .gin: names(in: file)
      case .text: [Fact]()
      }
    return facts.isEmpty || Self.isRecord(file.reference.projectPath) ? [] : facts
  }

  private func names(in file: SourceFile) -> [Fact] {
    var facts: [Fact] = []
    for index in file.model.declarations.indices where file.model.declarations[index].kind != .module {
      guard file.model.declarations[index].flags.isDisjoint(with: [.isDeprecated, .isOverride]),
        !CodedName.isOne(index, in: file)
      else { continue }
      func judge(_ name: Name) {
        guard var fact = fact(name) else { return }
        let declaration = file.model.declarations[index]
        fact.symbol = file.symbol(of: index)
        fact.isOfEnvironment = declaration.option?.style == .environmentVariable
        fact.owner = declaration.kind == .method ? file.enclosing(declaration.parent).first?.name.text : nil
        fact.method = fact.owner == nil ? nil : declaration.name.text
        facts.append(fact)
      }
      judge(file.model.declarations[index].name)
      for parameter in file.model.declarations[index].parameters { judge(parameter.publicName) }
    }
    return facts
  }

  private func fact(_ name: Name) -> Fact? {
    guard forms.mayOccur(inName: name.text) else { return nil }
    let canonical = Name.canonical(name.text)
    guard let form = forms.first(inName: canonical), !except.contains(canonical) else { return nil }
    return Fact(
      term: form.term.term, use: form.term.use, form: form.text, name: name.text, range: name.range, symbol: "",
      isProse: false)
  }

  private func prose(in file: SourceFile) -> [Fact] {
    let words = Prose(file).words
    return words.indices.compactMap { index in
      guard let form = forms.form(at: index, of: words) else { return nil }
      let range = SourceRange(start: words[index].range.start, end: words[index + form.words.count - 1].range.end)
      return Fact(
        term: form.term.term, use: form.term.use, form: form.text, name: file.text[range], range: range, symbol: "",
        isProse: true)
    }
  }

  /// Changelogs and other records, deprecated code, and texts written by others.
  private static func isRecord(_ path: String) -> Bool {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    let records = [
      "changelog", "changes", "history", "release", "news", "whats_new", "whatsnew", "license", "licence", "notice",
      "copying", "citation", "code_of_conduct", "authors", "third_party", "thirdparty", "acknowledg",
    ]
    return records.contains { name.hasPrefix($0) }
      || path.split(separator: "/").contains { $0 == "legacy" || $0 == "deprecated" || $0 == ".github" }
  }

  /// `REEF_WHITELIST` and `RF_WHITELIST` are variables of the package `reef`, `AZ_WHITELIST` is another program's.
  private static func isForeign(_ fact: Fact, to packages: Set<Substring>) -> Bool {
    guard !packages.isEmpty, let prefix = fact.name.split(separator: "_").first?.lowercased(),
      !fact.form.hasPrefix(prefix)
    else { return false }
    return !packages.contains { package in
      var rest = package[...]
      guard package.first == prefix.first else { return false }
      return prefix.allSatisfy { letter in
        guard let place = rest.firstIndex(of: letter) else { return false }
        rest = rest[place...].dropFirst()
        return true
      }
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var groups: [String: [(file: FileReference, fact: Fact)]] = [:]
    let packages = Set(
      project.files.lazy.filter { $0.language == .python && $0.module.contains(".") }.compactMap {
        $0.module.split(separator: ".").first
      })
    for file in facts {
      for fact in file.facts {
        if fact.isOfEnvironment, Self.isForeign(fact, to: packages) { continue }
        if let method = fact.method, let owner = fact.owner,
          project.origin(ofMethod: method, in: owner, module: file.file.module) == .foreign
        {
          continue
        }
        let key =
          fact.isProse
          ? "\(file.file.projectPath)#\(fact.term)" : "\(file.file.distribution)#\(Name.canonical(fact.name))"
        groups[key, default: []].append((file.file, fact))
      }
    }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      guard let (file, fact) = group.first else { continue }
      let more = group.dropFirst().prefix(5).map {
        Evidence("'\($0.fact.name)' here too", at: Location(path: $0.file.path, range: $0.fact.range))
      }
      collector.add(
        .exclusionary(fact, group.count), at: Location(path: file.path, range: fact.range), symbol: fact.symbol,
        related: Array(more))
    }
  }
}

extension Message {
  fileprivate static func exclusionary(_ fact: ExclusionaryTerm.Fact, _ count: Int) -> Message {
    let places = count == 1 ? "" : fact.isProse ? " (\(count) occurrences in this document)" : " (in \(count) places)"
    let isTerm = fact.isProse || Name.canonical(fact.name) == fact.form
    let flaw = isTerm ? "is an exclusionary term" : "contains the exclusionary term '\(fact.form)'"
    let advice = fact.use.isEmpty ? "choose another term" : "use \(fact.use.quoted(upTo: 3, conjunction: "or")) instead"
    return "'\(fact.name)'\(places) \(flaw); \(advice)"
  }
}
