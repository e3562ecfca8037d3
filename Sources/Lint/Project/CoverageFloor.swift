/// The minimum coverage of some files, as required by the project's coverage configuration.
package struct CoverageFloor: Sendable {
  /// In percent.
  package var percent: Double
  /// Globs of the files it covers, relative to the project's root; empty for all of them.
  package var patterns: [String]
  /// Where it is written: `fail_under of .coveragerc`.
  package var origin: String

  package init(percent: Double, patterns: [String], origin: String) {
    self.percent = percent
    self.patterns = patterns
    self.origin = origin
  }

  package func covers(_ path: String) -> Bool {
    patterns.isEmpty || patterns.contains { Self.matches(path, $0) }
  }

  /// Matches as coverage.py and Codecov do: `*/tests/*` at any depth, a folder with everything in it.
  package static func matches(_ path: String, _ pattern: String) -> Bool {
    var pattern = pattern
    if pattern.hasPrefix("./") { pattern.removeFirst(2) }
    if pattern.hasSuffix("/") { pattern += "**" }
    if pattern.hasSuffix("/*") { pattern += "*" }
    if pattern.hasPrefix("*/") { pattern = "*" + pattern }
    for form in [pattern, pattern + "/**"] {
      if let glob = try? Glob(form, hasBraces: false), glob.matches(path) { return true }
    }
    return false
  }
}
