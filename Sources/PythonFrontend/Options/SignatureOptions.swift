import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Notes what a call hands to a maker of commands: `HfArgumentParser(...)`, `tyro.cli(...)`, `fire.Fire(...)`,
  /// `CLI(...)` and their like.
  mutating func noteCommand(_ node: Node) {
    guard let callee = node.firstChild?.lastName, let style = Self.commandStyle(callee), let call = Call(node),
      style != .tyro || call.function.dottedName == "tyro.cli"
    else { return }
    for argument in call.argumentList.all {
      for name in argument.subtree where name.kind == .name { commands[name.text] = style }
    }
  }

  private static func commandStyle(_ callee: Node) -> OptionDetails.Style? {
    switch callee.bytes.count {
    case 3: callee.textEquals("cli") ? .tyro : callee.textEquals("CLI") ? .jsonargparse : nil
    case 4: callee.textEquals("Fire") ? .fire : nil
    case 8: callee.textEquals("auto_cli") ? .jsonargparse : nil
    case 16: callee.textEquals("HfArgumentParser") ? .dataclass : nil
    case 19: callee.textEquals("add_class_arguments") ? .jsonargparse : nil
    case 22: callee.textEquals("add_function_arguments") ? .jsonargparse : nil
    default: nil
    }
  }

  /// The parameters of the functions, initializers and, for fire, methods that are commands.
  mutating func addSignatureOptions() {
    for index in model.declarations.indices {
      let declaration = model.declarations[index]
      guard declaration.isCallable, let parent = declaration.parent else { continue }
      if parent == 0, let style = commands[declaration.name.text] {
        addParameters(of: index, style)
      } else if model.declarations[parent].kind == .type,
        let style = commands[model.declarations[parent].name.text],
        declaration.isInitializer || style == .fire && !declaration.name.text.hasPrefix("_")
      {
        addParameters(of: index, style)
      }
    }
  }

  private mutating func addParameters(of index: Int, _ style: OptionDetails.Style) {
    guard style != .dataclass else { return }
    let owner = model.declarations[index]
    let documented = documentedNames(of: index)
    for parameter in owner.parameters where !parameter.isVariadic {
      let name = parameter.name
      // What jsonargparse must be given stands without its name.
      let isPositional = style == .jsonargparse && parameter.defaultValue == nil
      var option = OptionDetails(
        style: style, spellings: [LintSourceText.Name((isPositional ? "" : "--") + name.text, at: name.range)],
        type: parameter.annotation, defaultValue: parameter.defaultValue)
      option.destination = name.text
      // The documentation of the function is what the user sees.
      option.hasUnreadableHelp = documented.contains(name.text)
      let end = parameter.defaultRange?.end ?? name.range.end
      model.declarations.append(
        Declaration(
          kind: .option, name: name, parent: index, range: SourceRange(start: name.range.start, end: end),
          flags: [.isPublic], option: option))
    }
  }

  /// The parameters that a function's own documentation describes, or that of the class which it makes.
  private func documentedNames(of index: Int) -> Set<String> {
    let owner = model.declarations[index]
    let type = owner.isInitializer ? owner.parent.flatMap { model.declarations[$0].doc } : nil
    return Set([owner.doc, type].compactMap { $0 }.flatMap(\.parameters).map(\.name.text))
  }
}
