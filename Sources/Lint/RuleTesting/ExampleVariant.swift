import LintProject
import LintSerialization
import LintSourceText

/// A variant of an example, and what must be found in it.
package enum ExampleVariant: String, Sendable, CaseIterable {
  case asWritten, windowsLines, afterWideCharacters, inString, suppressed, inNotebook

  /// Whether the rule must say nothing.
  package var isSilent: Bool { self == .inString || self == .suppressed }

  /// Whether it represents a file of the package although its form says otherwise.
  var isModule: Bool { self == .inNotebook }

  /// The files, still marked; nil if the variant makes no sense for the example.
  package func apply(_ files: OrderedMapping<String>, rule: String) -> OrderedMapping<String>? {
    let isMarked = { (text: String) in text.contains("«") }
    switch self {
    case .asWritten: return files
    case .windowsLines: return files.mapped { $1.replacing("\n", with: "\r\n") }
    case .afterWideCharacters:
      return files.mapped { path, text in comment("😀 漢字 é", in: path).map { $0 + "\n" + text } ?? text }
    case .inString:
      guard files.contains(where: { isMarked($0.1) }),
        !files.contains(where: { isMarked($0.1) && quoted($0.1, in: $0.0) == nil })
      else { return nil }
      return files.mapped { path, text in quoted(text, in: path) ?? text }
    case .suppressed:
      // A suppression cannot excuse itself.
      guard rule != "unused-suppression", rule != "reasonless-suppression", files.contains(where: { isMarked($0.1) }),
        !files.contains(where: { isMarked($0.1) && comment("", in: $0.0) == nil })
      else { return nil }
      return files.mapped { path, text in
        guard isMarked(text), let line = comment("mllint: allow-file(\(rule)) an example", in: path) else {
          return text
        }
        return line + "\n" + text
      }
    case .inNotebook:
      // The name of a module is part of what rules over several files see.
      guard files.keys.count == 1, let path = files.keys.first, path.hasSuffix(".py"),
        RoleClassifier.role(of: path, language: .python, text: [], isInPackage: false) != .test
      else { return nil }
      return files.mapped { $1 }.renamed { $0.dropLast(3) + ".ipynb" }
    }
  }

  private func comment(_ text: String, in path: String) -> String? {
    switch Paths.fileExtension(of: path) {
    case "py", "ipynb", "yml", "yaml", "toml", "sh": "# \(text)"
    case "swift": "// \(text)"
    default: nil
    }
  }

  /// The text as the value of a string literal; nil if the language has none, or none that can hold it.
  private func quoted(_ text: String, in path: String) -> String? {
    switch Paths.fileExtension(of: path) {
    case "py", "ipynb":
      guard let quotes = ["'''", "\"\"\""].first(where: { !text.contains($0) }), !text.hasSuffix("\\"),
        !text.contains(ExampleNotebook.mark)
      else { return nil }
      return "text = r\(quotes)\n\(text)\n\(quotes)\n"
    case "swift":
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(
        separator: "\n")
      return "private let text = ###\"\"\"\n\(lines)\n  \"\"\"###\n"
    default: return nil
    }
  }
}

extension OrderedMapping<String> {
  fileprivate func mapped(_ change: (String, String) -> String) -> OrderedMapping<String> {
    reduce(into: OrderedMapping()) { $0.append(change($1.0, $1.1), forKey: $1.0) }
  }

  fileprivate func renamed(_ change: (String) -> String) -> OrderedMapping<String> {
    reduce(into: OrderedMapping()) { $0.append($1.1, forKey: change($1.0)) }
  }
}
