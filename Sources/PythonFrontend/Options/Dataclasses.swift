import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Fields of the dataclasses that become options: `lr: float = field(default=0.1, metadata={"help": "..."})`.
  mutating func addDataclassOptions() {
    for index in model.declarations.indices where model.declarations[index].kind == .type {
      let type = model.declarations[index]
      if type.bases.contains(where: { $0.hasSuffix("BaseSettings") }), let definition = definition(at: type.range) {
        addSettings(definition, of: index)
        continue
      }
      guard type.attributes.contains(where: { $0.text.hasSuffix("dataclass") }),
        let definition = definition(at: type.range)
      else { continue }
      let isDeclared =
        commands[type.name.text] != nil || type.bases.contains { $0.hasSuffix("FairseqDataclass") }
      guard isDeclared || hasHelp(definition) else { continue }
      for field in fields(of: definition) { addField(field, of: index) }
    }
  }

  struct Field {
    var statement: AnnotatedAssign
    /// A string on the line below the field, which tyro reads as its help.
    var docstring: Node?
  }

  func fields(of definition: ClassDefinition) -> [Field] {
    let statements = definition.body.body.map { $0 }
    return statements.enumerated().compactMap { position, node in
      guard let statement = AnnotatedAssign(node), statement.isSimple,
        !statement.annotation.text.hasPrefix("ClassVar")
      else { return nil }
      let next = statements.indices.contains(position + 1) ? statements[position + 1].firstChild : nil
      return Field(statement: statement, docstring: next?.kind == .stringLiteral ? next : nil)
    }
  }

  private mutating func addField(_ field: Field, of type: Int) {
    let target = field.statement.target
    guard !target.bytes.starts(with: "_".utf8) else { return }
    var option = OptionDetails(style: .dataclass, spellings: [LintSourceText.Name(target)])
    option.type = field.statement.annotation.text
    let call = field.statement.value.flatMap(Call.init)
    readHelp(field.docstring, into: &option)
    readAnnotation(field.statement.annotation, into: &option)
    if let help = call.flatMap(Self.help) { readHelp(help, into: &option) }
    // Metadata from elsewhere, or a comment at the field, may well hold the help.
    let isExplained =
      call.map(Self.refersToOption) == true || call?.keyword("metadata").map { $0.kind != .dictionary } == true
      || hasComment(field.statement.node)
      || isDocumented(target, of: type)
    if option.help == nil, isExplained { option.hasUnreadableHelp = true }
    option.defaultValue = (call?.keyword("default") ?? field.statement.value)?.text
    model.declarations.append(
      Declaration(
        kind: .option, name: LintSourceText.Name(target), parent: type, range: SourceRange(field.statement.node),
        flags: [.isPublic], option: option))
  }

  /// `Annotated[float, tyro.conf.arg(help="...", aliases=["-l"])]`
  private mutating func readAnnotation(_ annotation: Node, into option: inout OptionDetails) {
    guard annotation.kind == .subscript else { return }
    for call in annotation.subtree.lazy.compactMap({ Call($0) }) where call.function.lastName?.textEquals("arg") == true
    {
      readHelp(call.keyword("help"), into: &option)
      if let name = call.keyword("name").flatMap(literalName) { option.spellings = [name] }
      for alias in call.keyword("aliases")?.children.compactMap(literalName) ?? [] { option.spellings.append(alias) }
    }
  }

  /// OmegaConf's `II("common.seed")` and `SI("${common.seed}")` stand for an option that is described elsewhere.
  private static func refersToOption(_ call: Call) -> Bool {
    call.function.lastName.map { $0.textEquals("II") || $0.textEquals("SI") } ?? false
  }

  /// The value of "help" in `metadata={...}`.
  private static func help(_ call: Call) -> Node? {
    guard let metadata = call.keyword("metadata"), let items = DictionaryExpression(metadata)?.items else { return nil }
    for (key, value) in items where key?.textEquals("\"help\"") == true || key?.textEquals("'help'") == true {
      return value
    }
    return nil
  }

  private func hasHelp(_ definition: ClassDefinition) -> Bool {
    fields(of: definition).contains { $0.statement.value.flatMap(Call.init).flatMap(Self.help) != nil }
  }

  func isDocumented(_ field: Node, of type: Int) -> Bool {
    model.declarations[type].doc?.parameters.contains { $0.name.text == field.text } ?? false
  }

  /// A comment on the statement's last line, or one that has the line above it to itself.
  func hasComment(_ node: Node) -> Bool {
    let first = tree.line(at: node.start)
    let last = tree.line(at: node.end)
    return tree.comments.contains { comment in
      let line = tree.line(at: comment.lowerBound)
      if line == last { return comment.lowerBound >= node.end }
      guard line == first - 1, comment.upperBound <= node.start else { return false }
      let before = text.bytes[..<Int(comment.lowerBound)].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      return before == nil || before == UInt8(ascii: "\n")
    }
  }

  private func definition(at range: SourceRange) -> ClassDefinition? {
    tree.root.descendants.lazy.compactMap { ClassDefinition($0) }.first { SourceRange($0.node) == range }
  }
}
