import Lint

/// An option of a command that the program never reads.
///
/// Judged where a file keeps the parsed values to itself: what is handed on may be read by whoever gets it.
struct UnusedOption: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    let line = file.model.commandLine
    guard file.role != .test, file.role != .generated, file.role != .vendored, line.isParsed, !line.isSpread,
      line.receivers.isEmpty, line.providers.isEmpty
    else { return }
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, isJudged(option), !option.isHidden, !option.isRead else { continue }
      let name = option.spellings.first ?? declaration.name
      report.add(.unread(name.text), at: name.range, in: file, of: index)
    }
  }

  /// The flags of absl are one list for all modules, and fields belong to whoever gets the object.
  private func isJudged(_ option: OptionDetails) -> Bool {
    switch option.style {
    case .argparse, .click, .typer: true
    default: false
    }
  }
}

extension Message {
  fileprivate static func unread(_ name: String) -> Message {
    "'\(name)' is taken from the command line and never read; make it do what it says, or remove it"
  }
}
