/// What says why a suppression is there.
enum SuppressionReason {
  /// Whether a comment above a suppression can be its reason, rather than a heading of the code.
  static func isOne(_ comment: Substring) -> Bool {
    comment.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { word in
      words.contains(word) || beginnings.contains(where: word.hasPrefix)
    }
  }

  private static let words: Set<Substring> = [
    "because", "since", "avoid", "avoids", "must", "cannot", "can", "don", "doesn", "isn", "not", "no", "otherwise",
    "unless", "so", "before", "after", "first", "only", "even", "late", "lazy", "lazily", "unused", "workaround",
    "hack", "bug", "bugs", "issue", "flake8", "ruff", "pylint", "pyright", "mypy", "pycodestyle", "false", "long",
    "optional", "purpose", "missing", "noqa", "stub", "stubs", "dynamic", "dynamically", "side", "line", "lines",
    "shadows", "shadow", "still", "yet", "wrong", "why", "like", "old", "older", "newer", "keep", "kept", "used",
  ]
  private static let beginnings: [String] = [
    "need", "requir", "import", "circular", "cycl", "export", "reexport", "expos", "compat", "backward", "regist",
    "lint", "typ", "annot", "check", "ignor", "suppress", "allow", "support", "rais", "error", "fail", "deprecat",
    "patch", "overrid", "overload", "intention", "deliberat", "unknown", "undefin", "defin", "infer", "cast", "warn",
    "make", "trigger", "initiali", "ensur", "populat", "break", "work",
  ]
}
