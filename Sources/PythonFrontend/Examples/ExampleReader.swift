import LintModel
import LintSourceText
import PythonSyntax

/// Reads what an example imports, uses and calls, in one pass over its tree.
///
/// A variable is followed only where its value is beyond doubt: it is set once, or by statements that follow one another
/// at the top of the example.
struct ExampleReader {
  /// What a name stands for: something imported, or what a call of it gave.
  struct Value {
    var path: String
    var isResult = false
    var member: String?
    var isImplicit = false
    /// Where the last parts of the path stand.
    var ranges: [SourceRange] = []
  }

  /// The module that a docstring is in, whose names its example may use.
  struct Home {
    var module: String
    var names: Set<String>
  }

  let place: (Node) -> SourceRange
  let home: Home?
  var values: [String: Value]
  var imported: [String: Value] = [:]
  var stores: [String: Int] = [:]
  private var nested: Set<String> = []
  var parents: [Node] = []
  private var pending: [(end: UInt32, name: String, value: Value?)] = []
  var skippedRanges: [Range<UInt32>] = []
  var comments: [Range<UInt32>] = []
  var uses: [ExampleUse] = []

  private init(imports: [String: Value], home: Home?, place: @escaping (Node) -> SourceRange) {
    values = imports
    self.home = home
    self.place = place
  }

  /// Reads code taken out of a document or a docstring.
  ///
  /// - Parameter imports: What earlier examples of the same document imported; this one's are added.
  static func read(_ example: inout Example, home: Home?, imports: inout [String: Value]) {
    guard !example.code.isEmpty else { return }
    let code = example.code
    var bytes = code.bytes
    if example.form == .document, !example.hasPrompts { bytes = CellSource.clearingMagics(bytes) }
    let tree = Tree.parse(utf8: bytes)
    example.syntaxErrors = tree.errors.map { error in
      SyntaxProblem(
        message: error.message,
        range: code.range(of: SourceRange(start: error.range.lowerBound, end: error.range.upperBound)))
    }
    // Without a word on its language, only what reads as Python is Python.
    if example.language.isEmpty, !example.hasPrompts, !tree.errors.isEmpty { return }
    guard tree.excessiveDepth == nil else { return }
    tree.withRoot { root in
      var reader = ExampleReader(imports: imports, home: home) { code.range(of: SourceRange($0)) }
      reader.readComments(of: tree)
      reader.run(root)
      // What follows an error may have been misread; imports are alone.
      let problems = example.syntaxErrors
      example.uses =
        problems.isEmpty
        ? reader.uses
        : reader.uses.filter { use in
          use.isImport
            && problems.allSatisfy { problem in
              guard let first = use.ranges.first, let last = use.ranges.last else { return false }
              return problem.range.end + 40 < first.start || problem.range.start > last.end + 40
            }
        }
      example.definitions = Set(reader.stores.keys)
      example.importedNames = Set(reader.imported.keys)
      if problems.isEmpty { reader.noteUndefined(root, in: &example, besides: imports) }
      for name in reader.stores.keys { imports[name] = nil }
      imports.merge(reader.imported) { _, new in new }
    }
  }

  /// Reads a whole file that serves as an example.
  static func read(file root: Node, form: Example.Form) -> Example {
    var example = Example(form: form, language: "python", range: SourceRange(root))
    var reader = ExampleReader(imports: [:], home: nil) { SourceRange($0) }
    reader.run(root)
    example.uses = reader.uses
    example.definitions = Set(reader.stores.keys)
    return example
  }

  /// Comments that say that what is next to or below them is not to be copied.
  private mutating func readComments(of tree: Tree) {
    comments = tree.comments
    let source = tree.source
    for comment in comments {
      let text = tree.text(of: comment).lowercased()
      guard Self.warnings.contains(where: { text.contains($0) }) else { continue }
      var start = Int(comment.lowerBound)
      while start > 0, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = Int(comment.upperBound) + 1
      while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
      skippedRanges.append(UInt32(start)..<UInt32(end))
    }
  }

  private static let warnings = [
    "error", "raise", "wrong", "fail", "old", "deprecat", "removed", "before", "bad", "incorrect", "invalid",
    "n't", "not work", "no longer", "not supported", "not implemented",
  ]

  private mutating func run(_ root: Node) {
    countStores(root)
    for node in root.descendants {
      while let last = parents.last, last.subtreeEnd <= node.index { parents.removeLast() }
      while let first = pending.first, first.end <= node.index {
        pending.removeFirst()
        values[first.name] = first.value
      }
      visit(node)
      if !node.isLeaf { parents.append(node) }
    }
  }

  private mutating func countStores(_ root: Node) {
    var ends: [UInt32] = []
    for node in root.descendants {
      while let last = ends.last, last <= node.index { ends.removeLast() }
      switch node.kind {
      case .name where node.isStored || node.isDeleted: store(node.text, isNested: !ends.isEmpty)
      case .functionDefinition, .classDefinition:
        if let name = node.child(.identifier) { store(name.text, isNested: !ends.isEmpty) }
        ends.append(node.subtreeEnd)
      case .parameter: if let name = node.firstChild { store(name.text, isNested: true) }
      case .ifStatement, .forStatement, .whileStatement, .withStatement, .tryStatement, .matchStatement, .lambda,
        .listComprehension, .setComprehension, .dictionaryComprehension, .generatorExpression:
        ends.append(node.subtreeEnd)
      default: break
      }
    }
  }

  private mutating func store(_ name: String, isNested: Bool) {
    stores[name, default: 0] += 1
    if isNested { nested.insert(name) }
  }

  private mutating func visit(_ node: Node) {
    switch node.kind {
    case .importStatement, .importFrom: addImport(node)
    case .assign: addAssignment(node)
    case .attribute where !node.isStored && !node.isDeleted: addAttribute(node)
    case .name where isCallee(node):
      guard let value = value(of: node), !value.isResult, value.path.contains(".") else { return }
      add(value, range: place(node), calledBy: parents.last)
    default: break
    }
  }

  func isCallee(_ node: Node) -> Bool { parents.last?.kind == .call && parents.last?.firstChild == node }

  // MARK: Imports and variables

  private mutating func addImport(_ node: Node) {
    let isSkipped = isSkipped(node)
    if let statement = ImportStatement(node) {
      for alias in statement.aliases {
        let module = alias.name.text
        let ranges = alias.name.children.map { place($0) }
        let first = String(module.prefix { $0 != "." })
        let path = alias.alias == nil ? first : module
        set(alias.alias?.text ?? first, Value(path: path))
        if !isSkipped { addImport(of: module, ranges: ranges) }
      }
    } else if let statement = ImportFrom(node), statement.level == 0, let module = statement.module {
      let ranges = module.children.map { place($0) }
      if statement.importsAll, !isSkipped { addImport(of: module.text, ranges: ranges) }
      for alias in statement.aliases {
        let path = "\(module.text).\(alias.name.text)"
        set((alias.alias ?? alias.name).text, Value(path: path))
        if !isSkipped { addImport(of: path, ranges: ranges + [place(alias.name)]) }
      }
    }
  }

  private mutating func addImport(of path: String, ranges: [SourceRange]) {
    var use = ExampleUse(path: path, ranges: ranges)
    use.isImport = true
    uses.append(use)
  }

  private mutating func set(_ name: String, _ value: Value) {
    // A name that means different things by turns means nothing for certain.
    let isKnown = (stores[name] ?? 0) == 0 && (imported[name].map { $0.path == value.path } ?? true)
    imported[name] = isKnown ? value : Value(path: "")
    values[name] = isKnown ? value : nil
  }

  private mutating func addAssignment(_ node: Node) {
    guard let statement = Assign(node) else { return }
    var value = self.value(of: statement.value)
    value?.ranges = []
    for target in statement.targets where target.kind == .name {
      let name = target.text
      let isCertain = stores[name] == 1 || !nested.contains(name)
      let isUsable = isCertain && imported[name] == nil && value?.member == nil
      let result = isUsable ? value.flatMap { $0.isResult || !$0.isImplicit ? $0 : nil } : nil
      pending.append((node.subtreeEnd, name, result))
    }
  }
}
