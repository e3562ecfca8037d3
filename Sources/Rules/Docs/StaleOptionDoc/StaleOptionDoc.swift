import LintModel
import LintRuleKit
import LintSourceText

/// A list of options, in a document or in the script's docstring, contains one that the script does not have.
struct StaleOptionDoc: ProjectRule {
  struct Fact {
    /// The options that the file's command line accepts, and all flags that it declares for itself or for other files.
    var accepted: AcceptedOptions?
    var flags: Set<String> = []
    /// The lists of options in the file, and the programs that it mentions.
    var lists: [OptionList] = []
    var programs: MentionedPrograms?
    /// The options that its commands pass to a launcher, before the script: `accelerate launch --multi_gpu train.py`.
    var launching: Set<String> = []
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .vendored, file.role != .generated, file.role != .test else { return [] }
    var fact = Fact()
    switch file.language {
    case .markdown:
      guard !ExampleFact.isAboutThePast(file.reference.projectPath) else { return [] }
      fact.lists = OptionList.all(in: file.text.bytes, 0..<file.text.bytes.count)
      if !fact.lists.isEmpty {
        fact.programs = MentionedPrograms(file.text.bytes)
        fact.launching = Self.launching(file.text.bytes)
      }
    case .python, .swift:
      fact.flags = Set(file.model.declarations.lazy.compactMap(\.option).flatMap(\.mentionForms))
      fact.accepted = AcceptedOptions(file)
      if fact.accepted?.isParsed == true, let doc = file.model.declarations.first?.doc?.range {
        fact.lists = OptionList.all(in: file.text.bytes, Int(doc.start)..<Int(doc.end), isDocstring: true)
      }
    default: return []
    }
    return fact.accepted == nil && fact.flags.isEmpty && fact.lists.isEmpty ? [] : [fact]
  }

  private static func launching(_ bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    guard launchers.contains(where: { text.contains($0) }) else { return [] }
    var flags: Set<String> = []
    for line in text.replacing("\\\n", with: " ").split(separator: "\n") {
      guard let mark = launchers.lazy.compactMap({ line.firstRange(of: $0) }).first else { continue }
      let words = line[mark.upperBound...].split(separator: " ").prefix { !$0.hasSuffix(".py") }
      for word in words where word.hasPrefix("--") { flags.insert(String(word.prefix { $0 != "=" })) }
    }
    return flags
  }

  private static let launchers = [
    "accelerate launch", "torchrun", "torch.distributed.run", "torch.distributed.launch", "deepspeed ", "mpirun",
    "horovodrun", "colossalai run", "tune run", "srun ",
  ]

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { !$0.lists.isEmpty } }) else { return }
    let lines = CommandLines(
      facts.reduce(into: [:]) { $0[$1.file.projectPath] = $1.facts.first?.accepted }, project)
    let scripts = facts.map(\.file.projectPath).compactMap { path in
      lines.options(of: path).map { (path: path, options: $0) }
    }
    for file in facts {
      for fact in file.facts {
        for list in fact.lists {
          let named = scripts.filter { script in
            if fact.accepted != nil { return script.path == file.file.projectPath }
            let name = String(Paths.name(of: script.path))
            return list.program.map { $0 == name } ?? (fact.programs?.hasFile(named: name) == true)
          }
          guard let stale = StaleEntries(list, named) else { continue }
          for entry in stale.entries {
            let isElsewhere = facts.contains { other in
              other.file.projectPath != stale.path && other.facts.contains { $0.flags.contains(entry.text) }
            }
            if isElsewhere || fact.launching.contains(entry.text) { continue }
            collector.add(
              .stale(entry.text, of: stale.path, stale.options), at: Location(path: file.file.path, range: entry.range),
              symbol: stale.path)
          }
        }
      }
    }
  }
}

/// The entries of a list that none of the scripts accepts that it may describe.
private struct StaleEntries {
  let path: String
  let options: AcceptedOptions
  let entries: [Name]

  /// Nil unless the list clearly describes one of these scripts.
  init?(_ list: OptionList, _ scripts: [(path: String, options: AcceptedOptions)]) {
    let known = scripts.map { script in list.entries.count { script.options.spellings.contains($0.text) } }
    guard let most = known.max(), most > 2, let index = known.firstIndex(of: most) else { return nil }
    let script = scripts[index]
    path = script.path
    options = script.options
    entries = list.entries.filter { entry in
      guard !scripts.contains(where: { $0.options.spellings.contains(entry.text) }) else { return false }
      // If not all options are known, only an entry with the same words in another spelling is reported.
      return script.options.isClosed
        ? !scripts.contains { $0.options.accepts(entry.text) && $0.options.isClosed }
        : script.options.spellings.contains {
          Name.canonical($0) == Name.canonical(entry.text) && $0.hasPrefix("--")
        }
    }
    guard !entries.isEmpty, entries.count * 3 <= list.entries.count else { return nil }
  }
}

extension Message {
  fileprivate static func stale(_ flag: String, of script: String, _ options: AcceptedOptions) -> Message {
    let advice =
      if let nearest = Suggestion.nearest(to: flag, among: options.spellings.sorted()) {
        "did you mean '\(nearest)'?"
      } else {
        "rename or remove the entry"
      }
    return "'\(flag)' is documented, but '\(script)' has no such option; \(advice)"
  }
}
