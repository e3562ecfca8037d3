import LintCatalog
import LintProject
import LintSerialization
import LintSourceText

/// Which rules a repository enables in its own configuration of ruff.
///
/// Only rules that the configuration selects count, not those that ruff runs by default, which differ between versions.
package struct RuffConfiguration: Sendable {
  /// The file's name.
  package var path: String
  private var selected: [String]
  private var ignored: [String]
  private var hasPreview: Bool
  private var needsExactCodes: Bool

  /// Reads the configuration of a folder, in ruff's order: `.ruff.toml`, `ruff.toml`, `[tool.ruff]` in pyproject.toml.
  ///
  /// - Parameter workingDirectory: The folder that paths in messages are relative to.
  /// - Returns: nil without a configuration.
  package init?(of folder: String, workingDirectory: String) throws(YAMLError) {
    for name in [".ruff.toml", "ruff.toml", "pyproject.toml"] {
      let file = Paths.join(folder, name)
      let shown = Paths.relative(file, to: workingDirectory)
      let bytes: [UInt8]?
      do {
        bytes = try FileSystem.readIfPresent(file)
      } catch {
        throw YAMLError(at: Mark(path: shown, line: 1, column: 1), "cannot be read: \(error.reason)")
      }
      guard let bytes else { continue }
      let table =
        name == "pyproject.toml"
        ? try TOML.table(of: "ruff", in: bytes, path: shown) : try TOML.parse(bytes, path: shown)
      guard let table else { continue }
      self.init(table, path: name)
      return
    }
    return nil
  }

  private init(_ table: YAMLNode, path: String) {
    self.path = path
    // Options under `lint` replace those of the same name above it, where older versions had them.
    func value(_ key: String) -> YAMLNode? { table["lint"]?[key] ?? table[key] }
    func codes(_ key: String) -> [String] { value(key)?.items?.compactMap { $0.scalar?.text } ?? [] }
    func isTrue(_ key: String) -> Bool { value(key)?.scalar?.text == "true" }
    selected = codes("select") + codes("extend-select")
    ignored = codes("ignore") + codes("extend-ignore")
    hasPreview = isTrue("preview")
    needsExactCodes = isTrue("explicit-preview-rules")
  }

  /// Whether it enables every one of some rules.
  package func enables(_ rules: SimilarRules) -> Bool {
    rules.codes.allSatisfy { code in
      if rules.needsPreview == true {
        guard hasPreview, !needsExactCodes || selected.contains(code) else { return false }
      }
      guard let enabled = Self.longestMatch(of: code, in: selected) else { return false }
      // The longer selector wins, and 'ignore' wins a tie.
      return enabled > Self.longestMatch(of: code, in: ignored) ?? -1
    }
  }

  /// The length of the longest selector that includes a code; nil if none does, 0 for `ALL`.
  private static func longestMatch(of code: String, in selectors: [String]) -> Int? {
    selectors.compactMap { selector in
      if selector == "ALL" { return 0 }
      return includes(selector, code) ? selector.utf8.count : nil
    }.max()
  }

  /// Whether a selector includes a code: `D` and `D1` include `D103`, but `D` does not include `DOC102`. Of ruff's
  /// families only `PL` has parts, such as `PLR`.
  private static func includes(_ selector: String, _ code: String) -> Bool {
    guard code.hasPrefix(selector) else { return false }
    if selector == "PL" { return true }
    return selector.prefix { $0.isLetter } == code.prefix { $0.isLetter }
  }
}
