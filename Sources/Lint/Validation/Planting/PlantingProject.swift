import LintEngine
import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// The repository that flaws are planted in, as planters see it.
package struct PlantingProject: Sendable {
  /// Every file that could be read, by its path in the project.
  package let files: [String: SourceFile]
  /// Every path of the project, those that no front end reads included.
  private let paths: Set<String>
  /// Functions and types by their last name.
  private let declarations: [String: [(file: SourceFile, index: Int)]]
  private let documents: IdentifierSet
  private let testMentions: IdentifierSet
  private let codeMentions: IdentifierSet
  package let names: LeadingNames

  init(_ sources: [SourceFile], paths: [String], names: LeadingNames) {
    files = Dictionary(sources.map { ($0.reference.projectPath, $0) }) { first, _ in first }
    self.paths = Set(paths)
    self.names = names
    var declarations: [String: [(file: SourceFile, index: Int)]] = [:]
    var (documents, tests, code) = (IdentifierSet(), IdentifierSet(), IdentifierSet())
    for file in sources {
      if file.language == .markdown { documents.formUnion(file.model.mentions) }
      if file.role == .test { tests.formUnion(file.model.mentions) }
      if file.language == .python || file.language == .swift {
        code.formUnion(file.model.mentions)
        code.formUnion(file.model.calls.texts)
      }
      for (index, item) in file.model.declarations.enumerated() where item.isCallable || item.kind == .type {
        declarations[item.name.text, default: []].append((file, index))
      }
    }
    self.declarations = declarations
    self.documents = documents
    testMentions = tests
    codeMentions = code
  }

  package func isMentionedInTests(_ name: String) -> Bool { testMentions.contains(name) }

  /// Whether a relative path leads to a file.
  func contains(_ path: String, from folder: String) -> Bool {
    paths.contains(String(Paths.normalized(Paths.join("/" + folder, path)).dropFirst()))
  }

  /// Whether any code has the name, as an identifier or a text.
  func isReadByCode(_ name: String) -> Bool { codeMentions.contains(name) }

  /// Whether a document names the option, in any of its forms.
  func isDocumented(_ option: OptionDetails) -> Bool {
    option.mentionForms.contains { form in
      documents.contains(form) || documents.contains(form.trimmingHyphens)
        || documents.contains(Name.canonical(form))
    }
  }

  /// The parameters of whatever a name calls; nil if that is unknown, ambiguous or open.
  func parameters(ofCallee name: String) -> [Parameter]? {
    guard let found = declarations[name], found.count == 1, let (file, index) = found.first else { return nil }
    var callee = file.model.declarations[index]
    guard callee.attributes.isEmpty else { return nil }
    if callee.kind == .type {
      let initializers = file.model.declarations.filter { $0.parent == index && $0.isInitializer }
      guard initializers.count == 1, let initializer = initializers.first else { return nil }
      callee = initializer
    }
    return callee.parameters.contains { $0.kind == .variadicKeyword } ? nil : callee.parameters
  }

  /// Whether a dotted path begins with a package or module of the repository, and its last name is declared there.
  func declares(_ path: String) -> Bool {
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count > 1, let last = parts.last, let found = declarations[last] else { return false }
    return found.contains { $0.file.reference.module.split(separator: ".").first.map(String.init) == parts[0] }
  }
}

extension String {
  var trimmingHyphens: String { String(drop { $0 == "-" }) }
}
