import LintModel
import LintRuleKit
import LintSourceText

/// The defaults of the options that a program declares.
struct DeclaredDefaults {
  struct Default {
    /// As written; nil if it cannot be told.
    var value: String?
    var range: SourceRange
  }

  /// By flag; several where subcommands share one.
  private(set) var values: [String: [Default]] = [:]

  /// Nil for a file without options.
  init?(_ file: SourceFile) {
    guard file.language == .python || file.language == .swift else { return nil }
    for declaration in file.model.declarations {
      guard let option = declaration.option, option.style.isOfCommand else { continue }
      let place = option.spellings.first?.range ?? declaration.name.range
      for form in option.mentionForms where form.hasPrefix("--") {
        values[form, default: []].append(Default(value: option.effectiveDefault, range: place))
      }
    }
    if values.isEmpty { return nil }
  }
}

/// Finds the programs that a document's lists of options describe.
struct DocumentedPrograms {
  private let programs: [(file: FileReference, declared: DeclaredDefaults)]
  private var namesakes: [Substring: [String]] = [:]

  init(_ programs: [(file: FileReference, declared: DeclaredDefaults)], _ project: ProjectIndex) {
    self.programs = programs
    for file in project.files where file.language == .python {
      namesakes[Paths.name(of: file.projectPath), default: []].append(file.projectPath)
    }
  }

  /// The programs that have most of the options of a list; empty unless the document is about them.
  func described(
    by list: OptionDefaultList, in document: FileReference, _ mentioned: MentionedPrograms
  ) -> [(file: FileReference, declared: DeclaredDefaults)] {
    let folder = Paths.folder(of: document.projectPath)
    let known = programs.map { program in
      let count = list.flags.count { program.declared.values[$0] != nil }
      guard count > 1, 3 * count >= 2 * list.flags.count else { return 0 }
      let isNamed = mentioned.contains(
        program.file, from: folder, namesakes: namesakes[Paths.name(of: program.file.projectPath)] ?? [])
      return isNamed ? count : 0
    }
    guard let most = known.max(), most > 0 else { return [] }
    return programs.indices.filter { known[$0] == most }.map { programs[$0] }
  }
}
