import LintApiDiff
import LintModel
import LintRuleKit
import LintSourceText

/// What one file adds to the question which exported names are documented, and which show an example.
struct ExportedDocs: Codable {
  /// A function or type at the top of the file.
  struct Entry: Codable {
    var name: String
    var symbol: String
    var range: SourceRange
    var isType: Bool
    /// True where something explains it: a docstring, one of its initializer's, or one that a decorator writes.
    var isDocumented: Bool
    /// True where its documentation shows code or points at an example elsewhere.
    var hasExample: Bool
    /// True where its documentation is nothing but a copy or a reference: what it lacks is missing elsewhere.
    var isInherited: Bool
    /// The last names of what a type inherits from; in Swift, of classes and protocols.
    var bases: [String]
    /// The number of named parameters of a function or of a type's own initializer; nil where it has none of its own.
    var parameters: Int?
    /// The last name of the type that a function gives back.
    var returned: String?
    /// True for a class that another one of its file is made of.
    var isPart: Bool
    /// True for a type that holds values or is inherited from, and is not there to be made by callers.
    var isRecordOrBase: Bool
  }

  /// Names and imports alone: members and signatures are left out.
  var module: ApiModule
  var entries: [Entry]
  /// The name of the file that this one was made from.
  var origin: String?

  /// What a file adds, worked out once for all the rules that ask.
  static func facts(in file: SourceFile) -> [ExportedDocs] {
    file.cache.value { ExportedDocs(file).map { [$0] } ?? [] }
  }

  private init?(_ file: SourceFile) {
    let path = file.reference.path
    guard !ForeignFolder.contains(path), !path.hasSuffix(".pyi"), !Self.isOfTests(path),
      let module = ApiModule(file, isOutline: true)
    else { return nil }
    self.module = module
    let head = String(decoding: file.text.bytes.prefix(1000), as: UTF8.self)
    origin = Self.origin(head)
    // What a program wrote is mended where it read.
    guard origin == nil, !Self.isGenerated(head) else {
      entries = []
      return
    }
    // `Dense.__doc__ = ...` writes documentation where no docstring shows it.
    let assignsDocs = file.language == .python && file.model.mentions.contains("__doc__")
    var members: [Int: [Int]] = [:]
    for (index, declaration) in file.model.declarations.enumerated() {
      if let parent = declaration.parent, parent > 0 || file.language == .swift {
        members[parent, default: []].append(index)
      }
    }
    entries = file.model.declarations.indices.compactMap {
      Entry($0, in: file, members: members, assignsDocs: assignsDocs)
    }
  }

  private static func isOfTests(_ path: String) -> Bool {
    path.lowercased().split(separator: "/").dropLast().contains { folder in
      ["testing", "benchmark", "benchmarks", "example", "examples"].contains(folder) || folder.hasPrefix("test_")
        || folder.hasSuffix("_test")
        || ["testsupport", "testhelpers", "testutil"].contains { folder.contains($0) }
    }
  }

  private static func isGenerated(_ head: String) -> Bool {
    ["utogenerated", "uto-generated", "utomatically generated", "o not edit", "o NOT edit"].contains {
      head.contains($0)
    }
  }

  /// The name after "generated from" in the comment at a file's head.
  private static func origin(_ head: String) -> String? {
    guard head.contains("generated from "), let mark = head.firstRange(of: "generated from ") else { return nil }
    let word = head[mark.upperBound...].prefix { !$0.isWhitespace }.filter { !"`'\"".contains($0) }
    guard word.contains(".") else { return nil }
    var name = word.split(separator: "/").last ?? ""
    while name.last == "." || name.last == "," { name.removeLast() }
    return String(name)
  }
}

extension ExportedDocs.Entry {
  /// - Parameters:
  ///   - index: Of the declaration.
  ///   - file: Where it stands.
  ///   - members: The declarations inside each type.
  ///   - assignsDocs: Whether the file writes documentation by assignment.
  init?(_ index: Int, in file: SourceFile, members: [Int: [Int]], assignsDocs: Bool) {
    let declaration = file.model.declarations[index]
    guard declaration.kind == .function || declaration.kind == .type,
      declaration.parent.map({ file.model.declarations[$0].kind == .module }) ?? true,
      declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isExtension, .isLocal]),
      !Self.speaksForItself(declaration, in: file)
    else { return nil }
    let isType = declaration.kind == .type
    let members = isType ? members[index] ?? [] : []
    let maker = isType ? members.first { file.model.declarations[$0].isInitializer } : index
    bases = declaration.bases.map { String($0.split(separator: ".").last ?? "") }.filter { $0 != "object" }
    let isRecord = declaration.attributes.contains { $0.text.hasSuffix("dataclass") || $0.text.hasSuffix("attr.s") }
    let holdsFields = isRecord || bases.contains { ["NamedTuple", "TypedDict", "Protocol"].contains($0) }
    // Without a method of its own a class says no more than its base.
    if file.language == .python, isType, !bases.isEmpty, !holdsFields, declaration.doc == nil,
      !members.contains(where: { file.model.declarations[$0].kind == .method })
    {
      return nil
    }
    let own = [declaration.doc, maker.flatMap { file.model.declarations[$0].doc }].compactMap { $0 }
    let isWritten = assignsDocs || declaration.attributes.contains { $0.text.lowercased().contains("doc") }
    name = declaration.name.text
    symbol = file.symbol(of: index)
    range = declaration.name.range
    self.isType = isType
    parameters = maker.map { file.model.declarations[$0].parameters.count { !$0.isVariadic } }
    returned = declaration.returns.map { text in
      String(text.prefix { $0 != "[" }.split { ".\"' ".contains($0) }.last ?? "")
    }
    let isExplained = isWritten || own.contains { !$0.summary.isEmpty || !$0.sections.isEmpty || $0.isInherited }
    let isShown =
      own.contains { Self.shows($0, in: file) }
      || members.contains { file.model.declarations[$0].doc?.examples.isEmpty == false }
    // What is on its way out is not worth the effort.
    if !isExplained || !isShown, Self.isLeaving(declaration, in: file) { return nil }
    (isDocumented, hasExample) = (isExplained, isShown)
    isInherited = isWritten || own.contains(where: \.isInherited)
    let hash = Mentions.hash(declaration.name.text.utf8)
    isPart =
      isType && !isExplained && file.language == .python && file.model.invocations.contains { $0.nameHash == hash }
    isRecordOrBase = isType && !isShown && (holdsFields || Self.isBase(declaration, in: file))
  }

  private static func isLeaving(_ declaration: Declaration, in file: SourceFile) -> Bool {
    file.speaksOfDeprecation(in: declaration)
      || file.model.mentions.contains("FutureWarning") && file.text[declaration.range].contains("FutureWarning")
  }

  /// Errors and enumerations, whose names and cases say what they are; and questions and what takes nothing, answered in
  /// a line.
  private static func speaksForItself(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let name = declaration.name.text
    if name == "main" || name.hasPrefix("_") || declaration.attributes.contains(where: { $0.text == "_spi" }) {
      return true
    }
    guard declaration.kind == .type else {
      let count = declaration.parameters.count
      let isQuestion = ["is", "has", "can", "supports"].contains(declaration.name.words.first ?? "")
      return count < 3 && isQuestion || count == 0 && declaration.doc == nil && isShort(declaration, in: file)
    }
    let bases = declaration.bases.map { $0.split(separator: ".").last ?? "" } + [Substring(name)]
    return bases.contains {
      $0.hasSuffix("Error") || $0.hasSuffix("Exception") || $0.hasSuffix("Warning") || $0.hasSuffix("Enum")
    }
  }

  private static func isShort(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let range = Int(declaration.range.start)..<Int(declaration.range.end)
    return file.text.bytes[range.clamped(to: file.text.bytes.indices)].count { $0 == UInt8(ascii: "\n") } < 4
  }

  /// Whether a type's name, file or summary says that it is there to be inherited from.
  private static func isBase(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let words = Name.words(of: declaration.name.text) + Name.words(of: String(Paths.stem(of: file.reference.path)))
    if words.contains(where: { ["base", "abstract", "mixin", "protocol", "interface"].contains($0) }) { return true }
    let summary = declaration.doc?.summary.lowercased() ?? ""
    return ["abstract ", "base class", "parent class", "interface "].contains { summary.contains($0) }
  }

  /// Whether documentation shows code, or says where there is an example.
  private static func shows(_ doc: Doc, in file: SourceFile) -> Bool {
    if !doc.examples.isEmpty { return true }
    let text = file.text[doc.range]
    return [
      "xample", "or instance", "usage", "Usage", ".. plot", ".. code", "```", "utorial", "otebook",
    ].contains { text.contains($0) }
  }
}
