import LintApiDiff
import LintModel
import LintRuleKit
import LintSourceText

/// The exported names of one file, whether they are documented, and whether they have an example.
struct ExportedDocs {
  /// A top-level function or type.
  struct Entry {
    var name: String
    var symbol: String
    var range: SourceRange
    var isType: Bool
    /// True if it or its initializer has a docstring, or a decorator adds one.
    var isDocumented: Bool
    /// True if its documentation contains code or refers to an example elsewhere.
    var hasExample: Bool
    /// True if its documentation is only a copy or a reference, so that gaps belong to the original.
    var isInherited: Bool
    /// The names of its base classes, without their modules; in Swift, of classes and protocols.
    var bases: [String]
    /// The number of named parameters of a function, or of the type's own initializer; nil if it has none.
    var parameters: Int?
    /// The name of the type that a function returns, without its module.
    var returned: String?
    /// True for a class that another class in the file is built from.
    var isPart: Bool
    /// True for a type that holds values or is a base class, and that callers do not create.
    var isRecordOrBase: Bool
  }

  /// Names and imports only, without members and signatures.
  var module: ApiModule
  var entries: [Entry]
  /// The name of the file that this one was generated from.
  var origin: String?

  /// The facts of a file, computed once for all rules that use them.
  static func facts(in file: SourceFile) -> [ExportedDocs] {
    file.cache.value { ExportedDocs(file).map { [$0] } ?? [] }
  }

  private init?(_ file: SourceFile) {
    let path = file.reference.projectPath
    guard !file.reference.isExcluded, !path.hasSuffix(".pyi"), !Self.isOfTests(path),
      file.language != .swift || !PublicApi.isHarness(path),
      let module = ApiModule(file, isOutline: true)
    else { return nil }
    self.module = module
    let head = String(decoding: file.text.bytes.prefix(1000), as: UTF8.self)
    origin = Self.origin(head)
    // Generated code is fixed in its source.
    guard origin == nil, !Self.isGenerated(head) else {
      entries = []
      return
    }
    // `Dense.__doc__ = ...` adds documentation without a docstring.
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

  /// The name after "generated from" in the comment at the top of a file.
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
  ///   - index: Index of the declaration.
  ///   - file: File of the declaration.
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
    // A class without methods is explained by its base.
    if file.language == .python, isType, !bases.isEmpty, !holdsFields, declaration.doc == nil,
      !members.contains(where: { file.model.declarations[$0].kind == .method })
    {
      return nil
    }
    // A class that cannot be created any more speaks through its error.
    if isType, declaration.doc == nil, let maker, Self.onlyRaises(file.model.declarations[maker], in: file) {
      return nil
    }
    // A protocol for functions is documented where it is called.
    let call =
      bases.contains("Protocol") ? members.first { file.model.declarations[$0].name.text == "__call__" } : nil
    let own = [declaration.doc, (maker ?? call).flatMap { file.model.declarations[$0].doc }].compactMap { $0 }
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
    // Deprecated code is not worth documenting.
    if !isExplained || !isShown, Self.isLeaving(declaration, in: file) { return nil }
    (isDocumented, hasExample) = (isExplained, isShown)
    isInherited = isWritten || own.contains { $0.isInherited || Self.isAlias($0) }
    let hash = IdentifierSet.hash(declaration.name.text.utf8)
    isPart =
      isType && !isExplained && file.language == .python && file.model.invocations.contains { $0.nameHash == hash }
    isRecordOrBase = isType && !isShown && (holdsFields || Self.isBase(declaration, in: file))
  }

  /// Whether the documentation refers to that of another name: "Alias of `fold`".
  private static func isAlias(_ doc: Doc) -> Bool {
    let summary = doc.summary.lowercased()
    return ["alias of", "alias for", "an alias of", "an alias for", "same as ", "shorthand for "].contains {
      summary.hasPrefix($0)
    }
  }

  private static func isLeaving(_ declaration: Declaration, in file: SourceFile) -> Bool {
    file.mentionsDeprecation(in: declaration)
      || file.model.mentions.contains("FutureWarning") && file.text[declaration.range].contains("FutureWarning")
  }

  /// Errors and enumerations, whose names and cases explain themselves, and predicates and functions without parameters
  /// of one line.
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

  /// Whether the first statement of a body raises an error.
  private static func onlyRaises(_ declaration: Declaration, in file: SourceFile) -> Bool {
    guard file.language == .python, declaration.doc == nil else { return false }
    let text = file.text.bytes[Int(declaration.name.range.end)..<Int(declaration.range.end)]
    // The line after the one that ends the signature.
    guard
      let colon = zip(text.indices, text.indices.dropFirst()).first(where: {
        text[$0] == UInt8(ascii: ":") && (text[$1] == 0x0A || text[$1] == 0x0D)
      })
    else { return false }
    return text[colon.1...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.starts(with: "raise ".utf8)
  }

  private static func isShort(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let range = Int(declaration.range.start)..<Int(declaration.range.end)
    return file.text.bytes[range.clamped(to: file.text.bytes.indices)].count { $0 == UInt8(ascii: "\n") } < 4
  }

  /// Whether a type's name, file or summary says that it is a base class.
  private static func isBase(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let words =
      Name.words(of: declaration.name.text) + Name.words(of: String(Paths.stem(of: file.reference.projectPath)))
    if words.contains(where: { ["base", "abstract", "mixin", "protocol", "interface"].contains($0) }) { return true }
    let summary = declaration.doc?.summary.lowercased() ?? ""
    if ["abstract ", "base class", "parent class", "interface "].contains(where: summary.contains) { return true }
    guard let doc = declaration.doc else { return false }
    let text = file.text[doc.range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [
      "not be instantiated", "not be created directly", "not instantiated", "not meant to be instantiated",
      "not create instances", "not instantiate", "not be used directly",
    ].contains { text.contains($0) }
  }

  /// Whether documentation contains code, or refers to an example.
  private static func shows(_ doc: Doc, in file: SourceFile) -> Bool {
    if !doc.examples.isEmpty { return true }
    let lines = file.text[doc.range].split(separator: "\n").filter { !$0.contains("TODO") }
    return [
      "xample", "or instance", "usage", "Usage", ".. plot", ".. code", "```", "utorial", "otebook",
    ].contains { mark in lines.contains { $0.contains(mark) } }
  }
}
