import LintModel
import LintSourceText

/// A command in a document that may run a Python file of the project, with what it passes.
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
    /// What is given to it, if it is one literal word.
    var value: String?
  }

  /// The file as written, the module after `-m`, or the command.
  var program: String
  var form: Form
  /// The place of the program's name.
  var range: SourceRange
  var flags: [Flag]
  /// The first word after the program if it is literal and not a flag.
  var operand: Name?
  /// Configuration files that it is given, by an option that may read them or by position.
  var files: [Name] = []
  /// True if the line begins with the file, which may also be output.
  var isBare = false
  /// True if an earlier command of the block creates files or changes the folder, so that the files are unknown.
  var followsChange = false
  /// The folders that earlier commands of the block enter, as written.
  var folders: [String] = []

  init?(_ words: [ShellWords.Word], _ code: ExampleText) {
    let command = words.drop { word in
      ["$", "%", "!", ">", "sudo", "env", "time", "nohup", "exec"].contains(word.text) || word.isAssignment
    }
    guard let first = command.first?.text.drop(while: { $0 == "!" }) else { return nil }
    let runner = first.split(separator: "/").last ?? ""
    let isRun = runner.hasPrefix("python") || Self.launchers.contains(runner)
    let module = command.firstIndex { $0.text == "-m" }.map { $0 + 1 } ?? command.endIndex
    // pytest and its like read a file's arguments themselves.
    if isRun, module < command.endIndex, Self.tools.contains(command[module].text) { return nil }
    let program: Int
    if let file = command.firstIndex(where: { $0.text.hasSuffix(".py") && $0.isPlain }),
      isRun || file == command.startIndex
    {
      // Arguments before the file belong to the launcher.
      program = file
      form = .file
    } else if isRun, module < command.endIndex, command[module].isPlain {
      program = module
      form = .module
    } else if !isRun, command[command.startIndex].isPlain {
      program = command.startIndex
      form = .entryPoint
    } else {
      return nil
    }
    isBare = program == command.startIndex && !command[program].text.hasPrefix("./")
    // `python -m nets/train` finds the module, too.
    self.program = form == .module ? command[program].text.replacing("/", with: ".") : command[program].text
    range = code.range(of: command[program].range)
    let passed = command[(program + 1)...].prefix { $0.text != "--" && !$0.isRedirection }
    files = passed.indices.compactMap { Self.file(at: $0, of: passed, code) }
    flags = passed.indices.compactMap { Self.flag(at: $0, of: passed, code) }
    // `fit.py   trains a model` in a list of files is no command.
    if let word = passed.first, !isBare, word.isPlain, word.text.contains(where: { $0.isLetter || $0.isNumber }),
      !word.text.hasPrefix("-"), !word.text.contains("..")
    {
      operand = Name(word.text, at: code.range(of: word.range))
    }
  }

  private static func file(at index: Int, of words: ArraySlice<ShellWords.Word>, _ code: ExampleText) -> Name? {
    var word = words[index]
    var flag = words.indices.contains(index - 1) ? words[index - 1].text : ""
    if word.text.hasPrefix("--"), let sign = word.text.firstIndex(of: "=") {
      flag = String(word.text[..<sign])
      let start = word.range.start + UInt32(flag.utf8.count) + 1
      word = ShellWords.Word(
        text: String(word.text[sign...].dropFirst()), range: SourceRange(start: start, end: word.range.end))
    }
    let isWritten = ["out", "save", "log", "dest", "dump", "write", "export", "result"].contains {
      flag.hasPrefix("-") && flag.contains($0)
    }
    guard word.isPlain, word.text.contains("/"), !isWritten,
      ["yaml", "yml", "toml", "gin"].contains(Paths.fileExtension(of: word.text))
    else { return nil }
    return Name(word.text, at: code.range(of: word.range))
  }

  private static func flag(at index: Int, of words: ArraySlice<ShellWords.Word>, _ code: ExampleText) -> Flag? {
    let word = words[index]
    let name = word.text.prefix { $0 != "=" }
    let letters = name.drop { $0 == "-" }
    guard name.count - letters.count == 1 || name.count - letters.count == 2, letters.first?.isLetter == true,
      letters.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { return nil }
    let end = word.range.start + UInt32(name.utf8.count)
    var flag = Flag(text: String(name), range: code.range(of: SourceRange(start: word.range.start, end: end)))
    var value: String?
    if name.count < word.text.count {
      var given = word
      given.text = String(word.text.dropFirst(name.count + 1))
      value = given.unquoted
    } else if words.indices.contains(index + 1), !words[index + 1].text.hasPrefix("-") {
      value = words[index + 1].unquoted
    }
    let isLiteral = value?.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) } == true
    flag.value = isLiteral && value?.contains("...") == false ? value : nil
    return flag
  }

  /// Programs that run a given Python file.
  private static let launchers: Set<Substring> = [
    "torchrun", "accelerate", "deepspeed", "horovodrun", "mpirun", "srun", "ipython", "uv", "poetry", "pipenv", "conda",
    "coverage", "wandb", "xvfb-run", "numactl",
  ]

  /// Modules to which a file is something to check.
  private static let tools: Set<String> = [
    "pytest", "unittest", "doctest", "mypy", "pylint", "flake8", "black", "ruff", "isort", "pip", "pyflakes",
    "compileall", "py_compile", "tabnanny", "json.tool", "cython", "nuitka", "PyInstaller",
  ]
}
