import LintProject

/// The type checkers that a repository runs.
enum TypeCheckers {
  /// Whether a suppression is written for type checkers.
  static func understand(_ form: String) -> Bool {
    form.hasSuffix("type: ignore") || form.hasSuffix("pyright: ignore")
  }

  /// Those that a file which runs or configures tools names.
  static func names(in repository: Repository) -> Set<Substring> {
    var found: Set<Substring> = []
    for path in repository.paths {
      if path.hasSuffix("pyrightconfig.json") { found.insert("pyright") }
      if path.hasSuffix("mypy.ini") { found.insert("mypy") }
      guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= 2, isConfiguration(path),
        let text = repository.text(of: path)
      else { continue }
      for line in text.bytes.split(separator: UInt8(ascii: "\n")) {
        let line = String(decoding: line, as: UTF8.self)
        // Words for a spelling checker: `ignore-comment-directives="noqa:,mypy:"`.
        if line.contains("noqa") { continue }
        found.formUnion(line.split { !$0.isLetter && $0 != "-" && $0 != "_" }.filter(names.contains))
      }
    }
    return found
  }

  /// The names of pyright and its forks.
  private static let pyright: Set<Substring> = ["pyright", "basedpyright", "pyrightconfig"]

  /// How to name what is suppressed, where the checkers take no notice of a code in a `type: ignore`.
  static func example(for checkers: Set<Substring>) -> String? {
    guard !checkers.isEmpty else { return nil }
    if checkers.isSubset(of: pyright) { return "# pyright: ignore[reportArgumentType]" }
    return checkers.isSubset(of: pyrefly) ? "# pyrefly: ignore[bad-argument-type]" : nil
  }

  private static let pyrefly: Set<Substring> = ["pyrefly", "pyrefly-check"]

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
