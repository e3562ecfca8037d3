import LintCatalog
import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// The first phase: one file, from its bytes to its findings and facts.
package struct FilePhase: Sendable {
  /// What is left of a file when it has been read.
  struct Outcome: Sendable {
    var findings: [Finding] = []
    var facts: [String: BoxedFacts] = [:]
    /// What it says of the project's words.
    var names: FileFacts<NamedSignature>?
    var entry: ProjectIndex.Entry?
    var suppressions: Suppressions?
    /// Kept where a report will show lines of it.
    var text: SourceText?
    var bytes = 0
    var lines = 0
    var isUnreadable = false
  }

  let request: Request
  private let frontends: [String: any Frontend]
  private var reexports = Reexports()

  package init(_ request: Request) {
    self.request = request
    var frontends: [String: any Frontend] = [:]
    for frontend in request.frontends {
      for fileExtension in frontend.fileExtensions { frontends[fileExtension] = frontend }
    }
    self.frontends = frontends
  }

  /// Reads the packages' `__init__.py`, to know what they offer from private modules, if there are any.
  mutating func readPackages() {
    guard request.project.files.contains(where: { Reexports.isPrivate(path: $0.path) }) else { return }
    let packages = request.project.files.filter { Paths.name(of: $0.path) == "__init__.py" }
    let read = WorkQueue.map(packages, order: Array(packages.indices), jobs: request.jobs) { [self] in imports(of: $0) }
    for (package, imports) in read { reexports.add(imports, of: package) }
  }

  private func imports(of file: ProjectFile) -> (package: String, imports: [Import]) {
    guard let text = text(of: file), let frontend = frontends[Paths.fileExtension(of: file.path)] else {
      return ("", [])
    }
    let reference = reference(to: file, text)
    return (reference.module, frontend.lower(text, reference).imports)
  }

  func run(_ file: ProjectFile) -> Outcome {
    let bytes: [UInt8]
    let text: SourceText
    let fileExtension = Paths.fileExtension(of: file.path)
    guard let frontend = frontends[fileExtension] else {
      return unreadable(file, .noFrontend(fileExtension: fileExtension))
    }
    do throws(UndecodableFile) {
      bytes = try read(file)
      if Bytes.contains(0, in: bytes, first: 8192) { return unreadable(file, .binary) }
      text = try frontend.decode(bytes, path: file.shownPath)
    } catch {
      return unreadable(file, Message(stringLiteral: error.message))
    }
    return check(file, text, frontend, bytes: bytes.count)
  }

  /// The decoded text of a file; nil if it cannot be read.
  func text(of file: ProjectFile) -> SourceText? {
    guard let frontend = frontends[Paths.fileExtension(of: file.path)], let bytes = try? read(file) else { return nil }
    return try? frontend.decode(bytes, path: file.shownPath)
  }

  /// A file as rules see it, except for its package's re-exports; nil if it cannot be read.
  package func source(of file: ProjectFile) -> SourceFile? {
    guard let text = text(of: file), let frontend = frontends[Paths.fileExtension(of: file.path)] else { return nil }
    let reference = reference(to: file, text)
    var model = frontend.lower(text, reference)
    if reference.language == .markdown { read(&model.examples, of: reference) }
    return SourceFile(reference: reference, text: text, model: model)
  }

  private func read(_ file: ProjectFile) throws(UndecodableFile) -> [UInt8] {
    if let contents = request.contents[file.absolutePath] { return contents }
    do {
      return try FileSystem.read(file.absolutePath, limit: request.maximumFileSize)
    } catch {
      if case .tooLarge(let size?, let limit) = error.cause {
        throw UndecodableFile(message: Message.tooLarge(size, limit: limit).text)
      }
      throw UndecodableFile(message: Message.refused(error.reason).text)
    }
  }

  private func check(_ file: ProjectFile, _ text: SourceText, _ frontend: any Frontend, bytes: Int) -> Outcome {
    var outcome = Outcome()
    outcome.bytes = bytes
    outcome.lines = Bytes.count(UInt8(ascii: "\n"), in: text.bytes)
    let reference = reference(to: file, text)
    var model = frontend.lower(text, reference)
    if let names = reexports[reference.module] { model.publish(names) }
    if reference.language == .markdown { read(&model.examples, of: reference) }
    let source = SourceFile(
      reference: reference, text: text, model: model, coverage: request.coverage?[file.absolutePath])
    for rule in request.projectRules {
      if let facts = rule.facts(in: source) { outcome.facts[rule.id] = facts }
    }
    outcome.names = request.vocabulary.flatMap { RepositoryVocabulary.facts(in: source, $0) }
    outcome.entry = ProjectIndex.Entry(source)
    outcome.suppressions = Suppressions(source)
    if file.isReported, reference.role != .generated, reference.role != .vendored {
      for rule in request.ruleSet(file).rules { outcome.findings += rule.check(source) }
    }
    if !outcome.findings.isEmpty || outcome.suppressions != nil { outcome.text = text }
    return outcome
  }

  /// Examples in a document are read by the front ends of their languages.
  private func read(_ examples: inout [Example], of reference: FileReference) {
    for frontend in request.frontends {
      let places = examples.indices.filter { index in
        examples[index].hasPrompts && frontend.exampleLanguages.contains("pycon")
          || frontend.exampleLanguages.contains(examples[index].language)
      }
      guard !places.isEmpty else { continue }
      var own = places.map { examples[$0] }
      frontend.read(&own, of: reference)
      for (place, example) in zip(places, own) { examples[place] = example }
    }
  }

  private func reference(to file: ProjectFile, _ text: SourceText) -> FileReference {
    let language = Self.language(of: file.path)
    let layout = request.project.layout
    let role =
      request.configuredRole(file)
      ?? RoleClassifier.role(
        of: file.path, language: language, text: text.bytes, isInPackage: layout.isInPackage(file.path))
    return FileReference(
      path: file.shownPath, language: language, role: role, distribution: layout.distribution(of: file.path),
      module: layout.module(of: file.path, language: language), projectPath: file.path,
      isExcluded: request.excludedPaths.contains(file.path))
  }

  private static func language(of path: String) -> Language {
    switch Paths.fileExtension(of: path) {
    case "py", "pyi", "ipynb": .python
    case "swift": .swift
    case let fileExtension: TextFrontend.language(ofEnding: fileExtension) ?? .text
    }
  }

  private func unreadable(_ file: ProjectFile, _ message: Message) -> Outcome {
    var outcome = Outcome()
    outcome.isUnreadable = true
    guard file.isReported, let severity = request.ruleSet(file).severity(of: UnreadableFile.id) else { return outcome }
    outcome.findings = [.unreadable(file.shownPath, message, severity)]
    return outcome
  }
}

extension Finding {
  static func unreadable(_ path: String, _ message: Message, _ severity: Severity) -> Finding {
    var finding = Finding(
      rule: UnreadableFile.id, location: Location(path: path, range: .fileStart), symbol: "", message: message.text)
    finding.severity = severity
    return finding
  }
}

extension Message {
  fileprivate static func refused(_ reason: String) -> Message { "cannot be read: \(reason)" }

  fileprivate static var binary: Message {
    "contains null bytes, so it is not text; exclude it, or save it as UTF-8"
  }

  fileprivate static func tooLarge(_ size: Int, limit: Int) -> Message {
    "is \(size >> 20) MB, more than the limit of \(limit >> 20) MB; exclude it"
  }

  fileprivate static func noFrontend(fileExtension: String) -> Message {
    fileExtension.isEmpty
      ? "has no file extension; expected one such as '.py' or '.swift'"
      : "files with the extension '.\(fileExtension)' are not read; expected one such as '.py' or '.swift'"
  }
}
