import Lint
import PythonSyntax

extension Lowering {
  /// Options that a function declares by decorators (click) or by its parameters' defaults (typer).
  mutating func addCommandOptions(_ function: FunctionDefinition) {
    for decorator in function.decorators {
      guard let call = Call(decorator), call.function.lastName?.textEquals("option") == true,
        call.function.dottedName?.hasPrefix("click.") == true || call.function.kind == .name
      else { continue }
      addClickOption(call)
    }
    for parameter in function.parameters.all { addTyperOption(parameter) }
  }

  private mutating func addClickOption(_ call: Call) {
    let names = call.arguments.compactMap(literalName).filter { $0.text.hasPrefix("-") }
    guard let name = names.max(by: { $0.text.count < $1.text.count }) else { return }
    var option = OptionDetails(style: .click, spellings: names.sorted { $0.text.count > $1.text.count })
    option.type = call.keyword("type")?.text
    option.defaultValue = call.keyword("default")?.text
    option.isHidden = call.keyword("hidden")?.kind == .trueLiteral
    option.hasUnreadableHelp = call.argumentList.unpacked.contains { _ in true }
    readHelp(call.keyword("help"), into: &option)
    add(option, named: name, at: SourceRange(call.node))
  }

  /// `lr: float = typer.Option(0.1, help="...")` and `lr: Annotated[float, typer.Option(help="...")] = 0.1`
  private mutating func addTyperOption(_ parameter: PythonSyntax.Parameter) {
    let places = [parameter.defaultValue, parameter.annotation].compactMap { $0 }
    guard
      let call = places.lazy.flatMap(\.subtree).compactMap({ Call($0) }).first(where: {
        $0.function.dottedName == "typer.Option"
      })
    else { return }
    let spelled = call.arguments.compactMap(literalName).filter { $0.text.hasPrefix("-") }
    let name = Lint.Name(parameter.name)
    let flag = Lint.Name("--" + name.text.replacing("_", with: "-"), at: name.range)
    var option = OptionDetails(style: .typer, spellings: spelled.isEmpty ? [flag] : spelled)
    option.isHidden = call.keyword("hidden")?.kind == .trueLiteral
    readHelp(call.keyword("help"), into: &option)
    add(option, named: name, at: SourceRange(parameter.node))
  }
}
