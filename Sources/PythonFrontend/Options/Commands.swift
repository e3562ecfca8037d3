import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Options that a function declares by decorators (click) or by its parameters' defaults (typer).
  mutating func addCommandOptions(_ function: FunctionDefinition) {
    for decorator in function.decorators {
      guard let call = Call(decorator), let callee = call.function.lastName,
        call.function.dottedName?.hasPrefix("click.") == true || call.function.kind == .name
      else { continue }
      if callee.textEquals("option") { addClickOption(call) }
      if callee.textEquals("argument") { addClickArgument(call) }
    }
    guard usesTyper else { return }
    let isTyper = isTyperCommand(function)
    for parameter in function.parameters.all { addTyperOption(parameter, isCommand: isTyper) }
  }

  private mutating func addClickOption(_ call: Call) {
    let names = call.arguments.compactMap(literalName)
    let spelled = names.filter { $0.text.hasPrefix("-") }
    guard let name = spelled.max(by: { $0.text.count < $1.text.count }) else { return }
    // `--shuffle/--no-shuffle` spells both ways of a switch.
    let isSwitch = call.keyword("is_flag")?.kind == .trueLiteral || name.text.contains("/")
    var option = OptionDetails(
      style: .click,
      spellings: spelled.sorted { $0.text.count > $1.text.count }.flatMap { spelling in
        spelling.text.split(separator: "/").map { LintSourceText.Name(String($0), at: spelling.range) }
      })
    option.type = call.keyword("type")?.text
    if isSwitch { option.action = "store_true" }
    option.defaultValue = call.keyword("default").map { constant($0) }
    option.destination =
      names.first { !$0.text.hasPrefix("-") }?.text
      ?? (option.spellings.first?.text.drop { $0 == "-" }.lowercased().replacing("-", with: "_") ?? "")
    option.hasChoices = option.type?.contains("Choice") == true
    option.isHidden = call.keyword("hidden")?.kind == .trueLiteral
    option.isRead = call.keyword("callback") != nil || call.keyword("expose_value")?.kind == .falseLiteral
    option.hasUnreadableHelp = call.argumentList.unpacked.contains { _ in true }
    readHelp(call.keyword("help"), into: &option)
    add(option, named: name, at: SourceRange(call.node))
  }

  /// `@click.argument("data")`: the function's documentation describes it, since it has no help text of its own.
  private mutating func addClickArgument(_ call: Call) {
    guard let name = call.arguments.compactMap(literalName).first else { return }
    var option = OptionDetails(style: .click, spellings: [name])
    option.type = call.keyword("type")?.text
    option.defaultValue = call.keyword("default")?.text
    option.destination = name.text.lowercased().replacing("-", with: "_")
    option.hasUnreadableHelp = owner.map { model.declarations[$0].doc != nil } ?? false
    readHelp(call.keyword("help"), into: &option)
    add(option, named: name, at: SourceRange(call.node))
  }

  /// `@app.command()` of typer makes an option of every parameter.
  private func isTyperCommand(_ function: FunctionDefinition) -> Bool {
    function.decorators.contains { decorator in
      guard let callee = Call(decorator)?.function.lastName else { return false }
      return callee.textEquals("command") || callee.textEquals("callback")
    }
  }

  /// `lr: float = typer.Option(0.1, help="...")`, `lr: Annotated[float, typer.Option(help="...")] = 0.1`, and in a
  /// command `lr: float = 0.1`, which its function's documentation describes.
  private mutating func addTyperOption(
    _ parameter: PythonSyntax.Parameter, isCommand: Bool
  ) {
    let places = [parameter.defaultValue, parameter.annotation].compactMap { $0 }
    let call = places.lazy.flatMap(\.subtree).compactMap({ Call($0) }).first {
      $0.function.dottedName == "typer.Option" || $0.function.dottedName == "typer.Argument"
    }
    guard call != nil || isCommand else { return }
    if parameter.annotation.map({ $0.text.hasSuffix("Context") }) == true { return }
    let name = LintSourceText.Name(parameter.name)
    let isArgument =
      call?.function.lastName?.textEquals("Argument") ?? (parameter.defaultValue == nil)
    let spelled = call?.arguments.compactMap(literalName).filter { $0.text.hasPrefix("-") } ?? []
    let flag = isArgument ? name : LintSourceText.Name("--" + name.text.replacing("_", with: "-"), at: name.range)
    var option = OptionDetails(style: .typer, spellings: spelled.isEmpty ? [flag] : spelled)
    option.type = parameter.annotation?.text
    option.destination = name.text
    option.isHidden = call?.keyword("hidden")?.kind == .trueLiteral
    option.isRead = call?.keyword("callback") != nil || call?.keyword("expose_value")?.kind == .falseLiteral
    if let call,
      call.node.index < (parameter.annotation?.index ?? 0) || parameter.defaultValue?.contains(call.node) == true
    {
      option.defaultValue = call.arguments.first { $0.kind != .ellipsisLiteral }?.text
    } else {
      option.defaultValue = parameter.defaultValue?.text
    }
    let doc = owner.flatMap { model.declarations[$0].doc }
    option.hasUnreadableHelp =
      doc?.parameters.contains { $0.name.text == name.text } == true
      || call?.argumentList.unpacked.contains { _ in true } == true
    readHelp(call?.keyword("help"), into: &option)
    add(option, named: name, at: SourceRange(parameter.node))
  }
}
