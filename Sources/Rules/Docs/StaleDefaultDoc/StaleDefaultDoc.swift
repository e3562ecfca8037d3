import LintModel
import LintRuleKit
import LintSourceText

/// A help text or docstring states the wrong default.
struct StaleDefaultDoc: ProjectRule {
  enum Fact {
    case finding(Finding)
    /// A class that documents the defaults of an initializer it inherits, if it states any.
    case type(InheritedInitializers.Fact, [Stated])
    /// The options of a program.
    case options(DeclaredDefaults)
    /// The lists of options in a document, and the programs that it names.
    case document([OptionDefaultList], MentionedPrograms)
  }

  struct Stated {
    var name: String
    var stated: StatedDefault
    var range: SourceRange
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    if file.language == .markdown {
      guard file.role != .vendored, file.role != .generated, file.role != .test,
        !ExampleFact.isAboutThePast(file.reference.projectPath)
      else { return [] }
      let lists = OptionDefaultList.all(in: file.text.bytes)
      return lists.isEmpty ? [] : [.document(lists, MentionedPrograms(file.text.bytes))]
    }
    var collector = FindingCollector(rule: Self.id)
    checkSignatures(of: file, &collector)
    checkOptions(of: file, &collector)
    let types = InheritedInitializers.facts(in: file).map { type in
      Fact.type(
        type,
        type.entries.compactMap { entry in
          DocumentedDefault.statement(in: entry, file).map { Stated(name: entry.name.text, stated: $0, range: $1) }
        })
    }
    let isProgram = file.role != .vendored && file.role != .generated && file.role != .test
    let declared = (isProgram ? DeclaredDefaults(file) : nil).map { [Fact.options($0)] } ?? []
    return collector.findings.map(Fact.finding) + types + declared
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let types = facts.lazy.flatMap { file in
      file.facts.compactMap { fact in
        if case .type(let type, _) = fact { (file: file.file, fact: type) } else { nil }
      }
    }
    let initializers = InheritedInitializers(types, project)
    let programs = DocumentedPrograms(
      facts.flatMap { file in
        file.facts.compactMap { fact in
          if case .options(let declared) = fact { (file: file.file, declared: declared) } else { nil }
        }
      }, project)
    for file in facts {
      for fact in file.facts {
        switch fact {
        case .finding(let finding): collector.add(finding)
        case .options: continue
        case .document(let lists, let mentioned):
          for list in lists {
            check(list, of: programs.described(by: list, in: file.file, mentioned), in: file.file, &collector)
          }
        case .type(let type, let statements):
          guard !statements.isEmpty, let parameters = initializers.parameters(of: type.type, in: file.file.module)
          else { continue }
          for stated in statements {
            guard let actual = parameters.first(where: { $0.name == stated.name })?.defaultValue,
              !DocumentedDefault.isVague(stated.stated.text, beside: actual), stated.stated.contradicts(actual)
            else { continue }
            collector.add(
              .stale(stated.stated.text, of: stated.name, in: type.type, actual: actual),
              at: Location(path: file.file.path, range: stated.range), symbol: type.symbol)
          }
        }
      }
    }
  }

  /// Reports what a document's list says of options whose default is another in every program that it may be about.
  private func check(
    _ list: OptionDefaultList, of programs: [(file: FileReference, declared: DeclaredDefaults)],
    in document: FileReference, _ collector: inout FindingCollector
  ) {
    for entry in list.entries {
      let declared = programs.flatMap { program in
        (program.declared.values[entry.flag] ?? []).map { (file: program.file, found: $0) }
      }
      guard let (file, found) = declared.first, let actual = found.value,
        declared.allSatisfy({ $0.found.value.map(entry.stated.contradicts) == true }),
        !DocumentedDefault.isVague(entry.stated.text, beside: actual)
      else { continue }
      collector.add(
        .stale(entry.stated.text, of: entry.flag, in: String(Paths.name(of: document.projectPath)), actual: actual),
        at: Location(path: document.path, range: entry.range), symbol: entry.flag,
        related: [Evidence("declared here", at: Location(path: file.path, range: found.range))])
    }
  }

  /// Checks docstrings and DocC comments.
  private func checkSignatures(of file: SourceFile, _ collector: inout FindingCollector) {
    guard file.role == .library || file.role == .script, !file.reference.isExcluded else { return }
    for found in DocumentedDefault.stale(in: file) {
      let code = found.actualRange.map {
        [
          Evidence(
            found.actual == nil ? "required here" : "the default in the code",
            at: Location(path: file.reference.path, range: $0))
        ]
      }
      collector.add(
        .stale(found), at: found.range, in: file, of: found.declaration, related: code ?? [],
        fix: found.actual.flatMap { fix(found.stated, $0, at: found.range, in: file) })
    }
  }

  /// Checks help texts.
  private func checkOptions(of file: SourceFile, _ collector: inout FindingCollector) {
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, option.style.isOfCommand, !option.isHidden,
        let help = option.help, !help.showsValue, let actual = option.effectiveDefault,
        let stated = StatedDefault.find(in: help.plain), stated.contradicts(actual)
      else { continue }
      let range = help.range(of: stated.place)
      collector.add(
        .stale(stated.text, actual: actual, of: option), at: range, in: file, of: index,
        fix: fix(stated, actual, at: range, in: file))
    }
  }

  /// Numbers and booleans are written alike in text and code; other values need a human.
  private func fix(_ stated: StatedDefault, _ actual: String, at range: SourceRange, in file: SourceFile) -> Fix? {
    switch (stated.value, LiteralValue(actual)) {
    case (.number, .number), (.boolean, .boolean):
      guard file.text.bytes(in: range).elementsEqual(stated.text.utf8) else { return nil }
      return Fix("state the actual default", isSafe: false, edits: [.init(range, actual)])
    default: return nil
    }
  }
}

extension Message {
  fileprivate static func stale(_ found: DocumentedDefault) -> Message {
    guard let actual = found.actual else {
      return """
        '\(found.owner)' documents \(found.stated.text) as the default of '\(found.name)', which is required; \
        update the documentation
        """
    }
    let value = found.value == actual || actual.hasPrefix(".") ? "" : ", which is \(delimited(found.value))"
    return stale(found.stated.text, of: found.name, in: found.owner, actual: delimited(actual) + value)
  }

  fileprivate static func stale(_ stated: String, of name: String, in owner: String, actual: String) -> Message {
    "'\(owner)' documents \(stated) as the default of '\(name)', but it is \(actual); update the documentation"
  }

  fileprivate static func stale(_ stated: String, actual: String, of option: OptionDetails) -> Message {
    let name = option.spellings.first?.text ?? ""
    let advice = option.style == .argparse ? "write '%(default)s' instead" : "update the help text"
    return "the help text of '\(name)' states \(stated) as the default, but it is \(delimited(actual)); \(advice)"
  }

  /// In quotes if the value ends in a period, which would look like the end of the sentence.
  private static func delimited(_ value: String) -> String { value.hasSuffix(".") ? value.inQuotes : value }
}
