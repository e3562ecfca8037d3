import LintModel
import LintRuleKit

/// A boolean option that cannot take both values: `type=bool`, a flag that sets its own default.
struct BrokenBooleanOption: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, let broken = option.brokenBoolean else { continue }
      let name = option.spellings.first?.text ?? declaration.name.text
      collector.add(.broken(name, broken.flaw, option), at: broken.range, in: file, of: index)
    }
  }
}

extension Message {
  fileprivate static func broken(
    _ name: String, _ flaw: OptionDetails.BrokenBoolean.Flaw, _ option: OptionDetails
  ) -> Message {
    switch flaw {
    case .anyTextIsTrue:
      "'\(name) False' is parsed as True, like any nonempty string; use action=\(action(option))"
    case .cannotBeSwitched where option.style == .swiftArgumentParser:
      "'\(name)' is on by default and cannot be turned off; add 'inversion: .prefixedNo'"
    case .cannotBeSwitched:
      "'\(name)' has no effect because it stores its default; use action=\(action(option))"
    }
  }

  /// A flag can turn on what is off by default, in every version of Python.
  private static func action(_ option: OptionDetails) -> String {
    option.defaultValue == "False" ? "'store_true'" : "argparse.BooleanOptionalAction"
  }
}
