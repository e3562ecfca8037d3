import LintSourceText

/// What a project, or a notebook, asks to be installed.
struct Requirement: Codable {
  var name: String
  var range: SourceRange
  /// Whether it allows one version only, or a few of one series.
  var isPinned: Bool
  /// Whether nothing is said of its version.
  var isBare: Bool

  init(name: String, range: SourceRange, isPinned: Bool) {
    self.name = name
    self.range = range
    self.isPinned = isPinned
    isBare = !isPinned
  }

  /// One line of a list that pip or conda reads.
  ///
  /// - Returns: nil for an option, a path, a link to a file, another list, and the key of a list.
  init?(_ text: String, at start: Int) {
    let text = text.split(separator: ";").first.map(String.init) ?? ""
    let end = text.utf8.count - text.utf8.reversed().prefix { $0 <= 0x20 }.count
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "/" }
    guard let first = word.first, first.isLetter, end > 0, !text.contains(":") || text.contains("::") else {
      return nil
    }
    let rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "[" || $0 == "]" || $0 == "," || $0.isLetter }
    guard !Self.plain.contains(String(word).lowercased()), !text.contains("@"), !text.contains("file:") else {
      return nil
    }
    name = String(word)
    range = SourceRange(start: UInt32(start), end: UInt32(start + end))
    isBare = !rest.contains { "=<>~!".contains($0) }
    isPinned = rest.contains("=") && !rest.hasPrefix(">") && !rest.hasPrefix("!") || rest.contains("<")
  }

  /// Those that every environment has in some version, and that nothing computed depends on.
  static let plain: Set<String> = [
    "pip", "setuptools", "wheel", "python", "pytest", "black", "flake8", "isort", "jupyter", "jupyterlab", "notebook",
    "ipywidgets", "ipykernel", "ipython", "matplotlib", "seaborn", "plotly", "tqdm", "requests", "gdown", "six", "wget",
    "line_profiler", "memory_profiler", "line-profiler", "memory-profiler", "tensorboard", "tensorboardx",
  ]
}
