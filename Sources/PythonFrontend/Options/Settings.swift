import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// The fields of pydantic's settings, which are read from the environment: `lr: float = Field(0.1, description="...")`
  /// of a class with the prefix `TRAIN_` is `TRAIN_LR`.
  mutating func addSettings(_ definition: ClassDefinition, of type: Int) {
    let prefix = settingsPrefix(definition)
    for field in fields(of: definition) where !field.statement.target.bytes.starts(with: "_".utf8) {
      let target = field.statement.target
      guard !target.textEquals("model_config") else { continue }
      let call = field.statement.value.flatMap(Call.init)
      let alias = (call?.keyword("validation_alias") ?? call?.keyword("alias") ?? call?.keyword("env"))
        .flatMap(literalName)
      let name = LintSourceText.Name(alias?.text ?? (prefix + target.text).uppercased(), at: SourceRange(target))
      guard environmentVariables.insert(name.text).inserted else { continue }
      var option = OptionDetails(style: .environmentVariable, spellings: [name])
      option.type = field.statement.annotation.text
      option.defaultValue =
        (call?.keyword("default") ?? call?.arguments.first { _ in true } ?? field.statement.value)?.text
      readHelp(field.docstring, into: &option)
      readHelp(call?.keyword("description"), into: &option)
      if option.help == nil, hasComment(field.statement.node) || isDocumented(target, of: type) {
        option.hasUnreadableHelp = true
      }
      model.declarations.append(
        Declaration(
          kind: .option, name: name, parent: type, range: SourceRange(field.statement.node), flags: [.isPublic],
          option: option))
    }
  }

  /// `model_config = SettingsConfigDict(env_prefix="TRAIN_")`, or `env_prefix = "TRAIN_"` of a `class Config`.
  private func settingsPrefix(_ definition: ClassDefinition) -> String {
    for node in definition.body.node.descendants {
      switch node.kind {
      case .keywordArgument, .assign:
        guard node.firstChild?.textEquals("env_prefix") == true, let value = node.lastChild.flatMap(literalName) else {
          continue
        }
        return value.text
      default: continue
      }
    }
    return ""
  }
}
