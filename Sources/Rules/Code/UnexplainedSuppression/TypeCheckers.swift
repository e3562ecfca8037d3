import LintProject

/// The type checkers that a repository runs.
enum TypeCheckers {
  /// Whether a suppression is written for type checkers.
  static func understand(_ form: String) -> Bool {
    form.hasSuffix("type: ignore") || form.hasSuffix("pyright: ignore")
  }

  /// Whether a file that runs or configures tools names one.
  static func run(in repository: Repository) -> Bool {
    repository.paths.contains { path in
      if path.hasSuffix("pyrightconfig.json") || path.hasSuffix("mypy.ini") { return true }
      guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= 2, isConfiguration(path) else { return false }
      guard let text = repository.text(of: path) else { return false }
      let words = String(decoding: text.bytes, as: UTF8.self).split { !$0.isLetter && $0 != "-" && $0 != "_" }
      return words.contains(where: names.contains)
    }
  }

  private static func isConfiguration(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return ["Makefile", "makefile", "noxfile.py", "Justfile", "justfile", "pyrightconfig.json"].contains(name)
      || [".yml", ".yaml", ".toml", ".cfg", ".ini", ".sh"].contains(where: name.hasSuffix)
      || name.hasPrefix("requirements") || name.hasPrefix("dev-requirements")
  }

  private static let names: Set<Substring> = [
    "mypy", "pyright", "basedpyright", "pytype", "pyre", "pyre-check", "pyrefly", "ty", "ty-check", "zuban",
    "pyrightconfig", "pyre_configuration",
  ]
}
