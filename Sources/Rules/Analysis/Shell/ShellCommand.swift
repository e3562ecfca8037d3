import LintSourceText

/// One command of a script or workflow: its words in lower case, without quotes.
struct ShellCommand {
  let words: [String]

  /// The commands of a script, or those in the values of a workflow. Comments are skipped.
  static func all(in text: SourceText, isYAML: Bool) -> [ShellCommand] {
    var result: [ShellCommand] = []
    var pending = ""
    for bytes in text.bytes.split(separator: UInt8(ascii: "\n")) {
      guard let line = line(bytes, isYAML: isYAML) else { continue }
      if line.hasSuffix("\\") {
        pending += line.dropLast() + " "
        continue
      }
      result += split(pending + line)
      pending = ""
    }
    return result + split(pending)
  }

  /// A line without its comment; nil if nothing on it is run.
  private static func line(_ bytes: ArraySlice<UInt8>, isYAML: Bool) -> Substring? {
    var end = bytes.startIndex
    while end < bytes.endIndex {
      if bytes[end] == UInt8(ascii: "#"), end == bytes.startIndex || bytes[end - 1] <= 0x20 { break }
      end += 1
    }
    var line = String(decoding: bytes[..<end], as: UTF8.self)[...].trimmed
    guard isYAML else { return line.isEmpty ? nil : line }
    while line.hasPrefix("- ") { line = line.dropFirst(2).trimmed }
    guard let colon = line.firstIndex(of: ":") else { return line.isEmpty ? nil : line }
    let key = line[..<colon].filter { $0 != "\"" && $0 != "'" }
    let after = line.index(after: colon)
    let isKey =
      !key.isEmpty && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      && (after == line.endIndex || line[after] == " ")
    guard isKey else { return line }
    return running.contains(key) ? line[after...].trimmed : nil
  }

  /// Keys of workflows whose values are commands, or names of things to run.
  private static let running: Set<String> = [
    "run", "script", "command", "commands", "bash", "powershell", "pwsh", "uses", "sh", "cmd", "before_script",
    "after_script", "test_script", "build_script", "before_install", "args", "entrypoint", "task", "template",
    "test_command", "inlineScript", "install", "include",
  ]

  private static func split(_ line: some StringProtocol) -> [ShellCommand] {
    line.split { $0 == ";" || $0 == "&" || $0 == "|" || $0 == "(" || $0 == ")" }.compactMap { part in
      let words = part.split { $0.isWhitespace || $0 == "'" || $0 == "\"" || $0 == "`" || $0 == "," }
      return words.isEmpty ? nil : ShellCommand(words: words.map { $0.lowercased() })
    }
  }

  /// Whether it only installs, changes directories or prints, regardless of the names in it: `pip install pytest`.
  var isSetupOnly: Bool {
    let start = words.drop { Self.prefixes.contains($0) || $0.contains("=") }
    guard let first = start.first else { return true }
    if Self.idle.contains(first) { return true }
    if first == "test" || first == "[" || first == "[[" { return true }
    return words.contains { Self.preparing.contains($0) }
  }

  private static let prefixes: Set<String> = [
    "sudo", "if", "then", "else", "do", "!", "-", "@", "time", "exec", "poetry", "pdm", "uv", "run", "conda",
  ]
  private static let idle: Set<String> = [
    "echo", "cd", "mkdir", "cp", "mv", "rm", "ls", "cat", "export", "curl", "wget", "git", "chmod", "set", "printf",
    "source", "pushd", "popd", "apt-get", "apt", "brew", "touch", "tar", "unzip", "env", "fi", "done", "fi;", "du",
    "df",
  ]
  private static let preparing: Set<String> = ["install", "sync", "add", "create", "lock", "uninstall", "download"]

  /// The targets passed to a tool: the words after its name that are neither flags nor variable assignments.
  func targets(of tool: String) -> [String]? {
    guard let place = words.firstIndex(where: { $0 == tool || $0 == "@" + tool }) else { return nil }
    return words[(place + 1)...].filter { !$0.hasPrefix("-") && ($0.hasPrefix("$") || !$0.contains("=")) }
  }

  /// Whether one of its words contains one of these as a part: `test` in `make test-fast`, `./run_tests.sh`.
  func mentions(anyOf parts: Set<String>) -> Bool {
    words.contains { word in
      // The inner parts of a path say little: `data/mnist/test/7.png`.
      let steps = word.split(separator: "/")
      return parts.contains(word) || (steps.prefix(1) + steps.suffix(1)).contains { Self.holds($0, parts) }
    }
  }

  /// Whether a word, or a part of it between punctuation, is one of these: `pre-commit` in `pre-commit@v3`.
  private static func holds(_ word: Substring, _ parts: Set<String>) -> Bool {
    word.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.contains { parts.contains(String($0)) }
      || word.split { !$0.isLetter && !$0.isNumber }.contains { parts.contains(String($0)) }
  }
}
