import LintModel
import LintRuleKit
import LintSourceText

/// Tells which document describes which program's options.
///
/// A flag in a document belongs to the programs that the document is about. If it is about none that has the flag, it
/// may describe any.
struct OptionDocuments {
  private struct Document {
    var folder: String
    var names: IdentifierSet
    var programs: MentionedPrograms
  }

  private var documents: [Document] = []
  /// The programs that declare a flag.
  private var programs: [String: [FileReference]] = [:]
  private var namesakes: [Substring: [String]] = [:]
  /// The commands that an installation creates for a module.
  private var commands: [String: [String]] = [:]

  init(_ facts: [FileFacts<UndocumentedOption.Fact>], _ project: ProjectIndex) {
    for file in facts {
      for fact in file.facts {
        switch fact {
        case .mentions(let names, let programs):
          documents.append(
            Document(folder: Paths.folder(of: file.file.projectPath), names: names, programs: programs))
        case .declares(let declared):
          for flag in declared.flags { programs[flag, default: []].append(file.file) }
        }
      }
    }
    for file in project.files where file.language == .python {
      namesakes[Paths.name(of: file.projectPath), default: []].append(file.projectPath)
    }
    for (command, module) in EntryPoints(project).modules { commands[module, default: []].append(command) }
  }

  /// Whether any document describes an option.
  func describe(_ option: UndocumentedOption.Option, of program: FileReference, isParsed: Bool) -> Bool {
    documents.contains { document in
      option.spellings.contains { spelling in
        guard document.names.contains(spelling) else {
          // A positional argument that is shown as a flag: the document is wrong, but the reader knows what it is.
          return !spelling.hasPrefix("-") && document.names.contains("--" + spelling) && isAbout(document, program)
        }
        if isAbout(document, program) { return true }
        if let owner = option.owner, !owner.isEmpty, document.names.contains(owner) { return true }
        // A bare word says nothing by itself.
        guard spelling.hasPrefix("-") else { return false }
        // What a file declares for others is described with them.
        if !isParsed && program.language == .python { return true }
        return !(programs[spelling] ?? []).contains { $0 != program && isAbout(document, $0) }
      }
    }
  }

  private func isAbout(_ document: Document, _ program: FileReference) -> Bool {
    if document.programs.contains(
      program, from: document.folder, namesakes: namesakes[Paths.name(of: program.projectPath)] ?? [])
    {
      return true
    }
    if commands[program.module]?.contains(where: document.names.contains) == true { return true }
    // The README of a folder is about what is in it.
    return !document.folder.isEmpty && document.folder == Paths.folder(of: program.projectPath)
  }
}
