import LintModel
import LintRuleKit

/// A boolean option whose value a user cannot set: `type=bool`, a switch that is on already.
struct BrokenBooleanOption: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, let broken = option.brokenBoolean else { continue }
      let name = option.spellings.first?.text ?? declaration.name.text
      report.add(.broken(name, broken.flaw, option), at: broken.range, in: file, of: index)
    }
  }
}

extension Message {
  fileprivate static func broken(
    _ name: String, _ flaw: OptionDetails.BrokenBoolean.Flaw, _ option: OptionDetails
  ) -> Message {
    switch flaw {
    case .anyTextIsTrue:
      "'\(name) False' is true, as is every text but the empty one; use action=argparse.BooleanOptionalAction"
    case .cannotBeSwitched where option.style == .swiftArgumentParser:
      "'\(name)' is on by default and cannot be switched off; give the flag an inversion"
    case .cannotBeSwitched:
      "'\(name)' does nothing, since its default is what it sets; use action=argparse.BooleanOptionalAction"
    }
  }
}
