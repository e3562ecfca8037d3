import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// `flags.DEFINE_float("lr", 0.1, "...")` of absl and of TensorFlow 1.
  mutating func addFlag(_ call: Call, callee: String) {
    let arguments = call.arguments.map { $0 }
    guard let name = (call.keyword("name") ?? arguments.first).flatMap(literalName) else { return }
    let isTensorFlow = call.function.dottedName?.hasPrefix("tf.") ?? false
    var option = OptionDetails(
      style: isTensorFlow ? .tensorflowFlags : .absl, spellings: [LintSourceText.Name("--\(name.text)", at: name.range)]
    )
    // An enumeration's choices are before the help text.
    let position = callee.hasPrefix("DEFINE_enum") ? 3 : 2
    if let help = call.keyword("help") ?? call.keyword("help_string")
      ?? (arguments.indices.contains(position) ? arguments[position] : nil)
    {
      uses.append((.help, call.node.subtreeEnd))
      readHelp(help, into: &option)
    }
    option.type = String(callee.dropFirst("DEFINE_".count))
    option.defaultValue = (call.keyword("default") ?? (arguments.indices.contains(1) ? arguments[1] : nil))?.text
    option.destination = name.text
    option.hasChoices = callee.hasPrefix("DEFINE_enum")
    // The configuration files of ml_collections have a help text of their own.
    if callee.hasPrefix("DEFINE_config_"), option.help == nil { option.hasUnreadableHelp = true }
    // `DEFINE_alias` repeats another flag, whose help it shows.
    if callee == "DEFINE_alias" { option.isHidden = true }
    add(option, named: name, at: SourceRange(call.node))
  }
}
