import LintModel
import LintSourceText

/// What identifies a value: the texts in it, or the variable that holds it.
///
/// A name stands for what its file binds it to, a file handle for what was opened. A parameter stands for itself in its
/// own function alone: two functions that take a `path` are handed two paths.
struct NamedValue {
  private var marks: Set<String> = []
  /// The expressions that it stands for, without spaces; `root` of a constructor is `self.root` of other methods.
  private var sources: [String] = []

  init(_ range: SourceRange, ownedBy owner: Int?, in file: SourceFile) {
    let text = file.text[range]
    guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) else {
      add(text)
      return
    }
    marks.insert(text.contains(".") ? text : "\(owner ?? -1):\(text)")
    for step in file.model.flow.steps where step.kind == .assignment || step.kind == .context {
      guard file.text[step.targets] == text else { continue }
      if step.kind == .assignment { marks.insert(text) }
      // A name such as `f` is bound again and again: what counts is the statement around the use.
      if step.kind == .assignment || step.range.contains(range) { add(file.text[step.value]) }
    }
  }

  func isSame(as other: NamedValue) -> Bool {
    if !marks.isDisjoint(with: other.marks) { return true }
    return sources.contains { one in
      one.utf8.count > 9 && other.sources.contains { $0.contains(one) || $0.utf8.count > 9 && one.contains($0) }
    }
  }

  /// The names of files among the literals of an expression. A few letters, such as a mode or a file extension, say nothing.
  private mutating func add(_ expression: String) {
    sources.append(expression.filter { !$0.isWhitespace }.replacing("self.", with: ""))
    var rest = expression[...]
    while let start = rest.firstIndex(where: { $0 == "\"" || $0 == "'" }) {
      let inner = rest[rest.index(after: start)...]
      guard let end = inner.firstIndex(of: rest[start]) else { return }
      let name = inner[..<end].split(separator: "/").last ?? ""
      if name.count > 4, name.contains(where: \.isLetter) { marks.insert("'\(name)'") }
      rest = inner[inner.index(after: end)...]
    }
  }
}
