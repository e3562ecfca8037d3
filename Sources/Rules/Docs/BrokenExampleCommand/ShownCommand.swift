import LintModel
import LintSourceText

/// A command in a document that may run a Python file of the project, with the flags that it passes.
struct ShownCommand {
  /// How the command names the program.
  enum Form: String {
    /// `python train.py`, `torchrun train.py`
    case file
    /// `python -m nets.train`
    case module
    /// `nets-train`, which an installation creates for a function
    case entryPoint
  }

  struct Flag {
    var text: String
    var range: SourceRange
  }

  /// The file as written, the module after `-m`, or the command.
  var program: String
  var form: Form
  /// The place of the program's name.
  var range: SourceRange
  var flags: [Flag]
  /// True if the line begins with the file, which may also be output.
  var isBare = false
  /// True if an earlier command of the block creates files or changes the folder, so that the files are unknown.
  var followsChange = false

  /// The commands of a block in a shell language, or in no stated language.
  static func all(in example: Example) -> [ShownCommand] {
    guard languages.contains(example.language), !example.hasPrompts else { return [] }
    var words = ShellWords(example.code.bytes)
    var result: [ShownCommand] = []
    var isChanged = false
    while let command = words.nextCommand() {
      let shown = ShownCommand(command, example.code)
      if shown?.form ?? .entryPoint == .entryPoint, command.contains(where: { changing.contains($0.text) }) {
        isChanged = true
      } else if var shown, shown.form == .file || !shown.flags.isEmpty {
        shown.followsChange = isChanged
        result.append(shown)
      }
    }
    return result
  }

  private static let languages: Set<String> = [
    "", "bash", "sh", "shell", "zsh", "console", "shell-session", "sh-session", "terminal",
  ]

  private static let changing: Set<String> = [
    "cd", "pushd", "clone", "wget", "curl", "cp", "mv", "ln", "tar", "unzip", "cat", "tee", "touch", "docker", "ssh",
    "kaggle", "gdown", "huggingface-cli", "hf", "gsutil", "aws", "checkout", "submodule", "jupyter", "make",
  ]

  private init?(_ words: [ShellWords.Word], _ code: ExampleText) {
    let command = words.drop { word in
      ["$", "%", "!", "sudo", "env", "time", "nohup", "exec"].contains(word.text) || word.isAssignment
    }
    guard let first = command.first?.text.drop(while: { $0 == "!" }) else { return nil }
    let runner = first.split(separator: "/").last ?? ""
    let isRun = runner.hasPrefix("python") || Self.launchers.contains(runner)
    let program: Int
    if let file = command.firstIndex(where: { $0.text.hasSuffix(".py") && $0.isPlain }),
      isRun || file == command.startIndex
    {
      // Arguments before the file belong to the launcher.
      program = file
      form = .file
    } else if isRun, let mark = command.firstIndex(where: { $0.text == "-m" }),
      mark + 1 < command.endIndex, command[mark + 1].isPlain
    {
      program = mark + 1
      form = .module
    } else if !isRun, command[command.startIndex].isPlain {
      program = command.startIndex
      form = .entryPoint
    } else {
      return nil
    }
    isBare = program == command.startIndex && !command[program].text.hasPrefix("./")
    self.program = command[program].text
    range = code.range(of: command[program].range)
    let passed = command[(program + 1)...].prefix { $0.text != "--" }
    flags = passed.compactMap { word in
      let name = word.text.prefix { $0 != "=" }
      guard name.hasPrefix("--"), name.count > 2,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      else { return nil }
      let end = word.range.start + UInt32(name.utf8.count)
      return Flag(text: String(name), range: code.range(of: SourceRange(start: word.range.start, end: end)))
    }
  }

  /// Programs that run a given Python file.
  private static let launchers: Set<Substring> = [
    "torchrun", "accelerate", "deepspeed", "horovodrun", "mpirun", "srun", "ipython", "uv", "poetry", "pipenv", "conda",
    "coverage", "wandb", "xvfb-run", "numactl",
  ]
}

/// Splits the text of a shell block into commands, and these into words.
private struct ShellWords {
  struct Word {
    var text: String
    var range: SourceRange

    /// `CUDA_VISIBLE_DEVICES=0`
    var isAssignment: Bool {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else { return false }
      return text[..<sign].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    /// Whether it is a literal name without placeholders.
    var isPlain: Bool { !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) } }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The words up to the next end of a command; nil at the end of the text.
  mutating func nextCommand() -> [Word]? {
    guard index < bytes.count else { return nil }
    var words: [Word] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        index += 1
        return words
      case UInt8(ascii: "\\") where goesOn:
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      case 0...0x20: index += 1
      case UInt8(ascii: "#"): index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      default: words.append(word())
      }
    }
    return words
  }

  /// Whether there are only spaces between a backslash and the end of its line.
  private var goesOn: Bool {
    bytes[(index + 1)...].first { $0 != 0x20 && $0 != 0x0D }.map { $0 == UInt8(ascii: "\n") } ?? true
  }

  private var endsWord: Bool {
    let byte = bytes[index]
    return byte <= 0x20 || ";&|()".utf8.contains(byte) || byte == UInt8(ascii: "\\") && goesOn
  }

  private mutating func word() -> Word {
    let start = index
    var quote: UInt8?
    // A word takes at least the byte that it begins with, whatever that is.
    repeat {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    } while index < bytes.count && (quote != nil || !endsWord)
    return Word(
      text: String(decoding: bytes[start..<index], as: UTF8.self),
      range: SourceRange(start: UInt32(start), end: UInt32(index)))
  }
}
