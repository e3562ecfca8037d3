/// What says why a suppression is there.
enum SuppressionReason {
  /// Whether a comment above a suppression can be its reason, rather than a heading of the code.
  static func isOne(_ comment: Substring) -> Bool {
    comment.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { word in
      words.contains(word) || beginnings.contains(where: word.hasPrefix)
    }
  }

  private static let words: Set<Substring> = [
    "because", "since", "avoid", "avoids", "cannot", "don", "doesn", "isn", "otherwise", "unless", "late", "lazy",
    "lazily", "unused", "workaround", "hack", "bug", "bugs", "issue", "flake8", "ruff", "pylint", "pyright", "mypy",
    "pycodestyle", "false", "long", "optional", "purpose", "missing", "noqa", "stub", "stubs", "dynamic",
    "dynamically", "side", "shadows", "shadow", "wrong", "why",
  ]
  private static let beginnings: [String] = [
    "need", "requir", "import", "circular", "cycl", "export", "reexport", "expos", "compat", "backward", "regist",
    "lint", "typ", "annot", "ignor", "suppress", "allow", "support", "rais", "error", "fail", "deprecat",
    "patch", "overrid", "overload", "intention", "deliberat", "unknown", "undefin", "infer", "cast", "warn",
    "trigger", "initiali", "ensur", "populat",
  ]
}
