import LintModel
import LintRuleKit
import LintSourceText

/// Reads the commands of documents and docstrings.
struct ShownCommandReader {
  private(set) var commands: [ShownCommand] = []

  /// The commands of a block in a shell language, or in no stated language.
  mutating func read(_ example: Example) {
    guard Self.languages.contains(example.language), !example.hasPrompts else { return }
    read(example.code)
  }

  mutating func read(_ code: ExampleText) {
    var words = ShellWords(code.bytes)
    var isChanged = false
    var folders: [String] = []
    while let command = words.nextCommand() {
      let shown = ShownCommand(command, code)
      if shown?.form ?? .entryPoint == .entryPoint, let change = Change(command) {
        switch change {
        case .folder(let path): folders.append(path)
        case .unknown: isChanged = true
        }
      } else if var shown, shown.form != .entryPoint || !shown.flags.isEmpty {
        shown.followsChange = isChanged
        shown.folders = folders
        commands.append(shown)
      }
    }
  }

  /// The commands in the prose of a document: `` `python train.py --lr 3` ``, `` `nets-train --lr 3` ``.
  mutating func readProse(_ bytes: [UInt8], besides examples: [Example]) {
    let tick = UInt8(ascii: "`")
    let newline = UInt8(ascii: "\n")
    var index = 0
    while let open = bytes[index...].firstIndex(of: tick) {
      let width = bytes[open...].prefix { $0 == tick }.count
      let start = open + width
      index = start
      guard width < 3, let close = bytes[start...].prefix(400).firstIndex(where: { $0 == tick || $0 == newline }),
        bytes[close] == tick
      else { continue }
      index = close + bytes[close...].prefix { $0 == tick }.count
      guard Self.isCommand(bytes[start..<close]),
        !examples.contains(where: { $0.range.start <= UInt32(start) && UInt32(start) < $0.range.end })
      else { continue }
      let first = bytes[..<open].lastIndex(of: newline).map { $0 + 1 } ?? 0
      let last = bytes[close...].firstIndex(of: newline) ?? bytes.count
      if Self.isAboutThePast(bytes[first..<last]) { continue }
      var code = ExampleText()
      code.add(bytes[start..<close], at: start)
      read(code)
    }
  }

  /// Whether code in prose is a whole command: one of a launcher, or a name and its flags.
  private static func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
    if launchers.contains(where: { text.starts(with: $0.utf8) }) { return true }
    guard let first = text.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return false }
    let name = text.prefix { $0.isIdentifierByte || $0 == UInt8(ascii: "-") }
    return text[name.endIndex...].starts(with: " -".utf8)
  }

  private static let launchers = [
    "python", "$ python", "torchrun ", "accelerate launch ", "CUDA_VISIBLE_DEVICES=", "PYTHONPATH=",
  ]

  /// The commands in the docstring of a script.
  mutating func readDocstring(_ bytes: [UInt8], _ range: SourceRange) {
    var start = Int(range.start)
    let limit = min(Int(range.end), bytes.count)
    var code = ExampleText()
    var goesOn = false
    while start < limit {
      let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
      let text = bytes[start..<end].drop { $0 <= 0x20 || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: ">") }
      if goesOn || text.starts(with: "python ".utf8) || text.starts(with: "python3 ".utf8) {
        code.add(text, at: text.startIndex)
        goesOn = text.last { $0 > 0x20 } == UInt8(ascii: "\\")
      }
      start = end + 1
    }
    read(code)
  }

  private static func isAboutThePast(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self).lowercased()
    return ["removed", "deprecated", "renamed", "no longer", "replaced", "instead of", "previously", "used to"].contains
    {
      text.contains($0)
    }
  }

  private static let languages: Set<String> = [
    "", "bash", "sh", "shell", "zsh", "console", "shell-session", "sh-session", "terminal", "cmd", "powershell", "bat",
    "text", "txt", "shellscript", "fish",
  ]

  /// What a command does to the files that later commands find.
  private enum Change {
    case folder(String)
    case unknown

    init?(_ words: [ShellWords.Word]) {
      if words.contains(where: { $0.isRedirection }), words.last?.text.hasSuffix(".py") == true {
        self = .unknown
        return
      }
      let command = words.drop { ["$", "%", "!", "sudo", "time"].contains($0.text) || $0.isAssignment }
      guard let first = command.first?.text.drop(while: { "!%$".contains($0) }) else { return nil }
      let operand = command.dropFirst().first
      switch first {
      case "cd", "pushd":
        guard let operand, operand.isPlain else {
          self = .unknown
          return
        }
        self = .folder(operand.text)
      case "git":
        // Other repositories are told apart by the whole document.
        guard let operand, ["checkout", "submodule"].contains(operand.text) else { return nil }
        self = .unknown
      case _ where ShownCommandReader.changing.contains(String(first)): self = .unknown
      default: return nil
      }
    }
  }

  /// Programs that create files or enter another machine.
  private static let changing: Set<String> = [
    "wget", "curl", "cp", "mv", "ln", "tar", "unzip", "cat", "tee", "touch", "docker", "ssh", "kaggle", "gdown",
    "huggingface-cli", "hf", "gsutil", "aws", "jupyter", "make",
  ]
}
