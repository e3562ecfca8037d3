import LintProject
import LintSerialization
import LintSourceText

/// A repository's coverage configuration: exclusions and required coverage.
package struct CoverageSettings: Sendable {
  /// Files that are not measured, as coverage.py's `omit` has them.
  var omitted: [String] = []
  /// The only files that are measured; empty for all.
  var included: [String] = []
  /// Expressions that exclude a line, and the block that it opens.
  var excludedLines: [String] = [Self.pragma]
  /// Folders that are one and the same, the one in this repository first.
  var aliases: [[String]] = []
  package internal(set) var floors: [CoverageFloor] = []

  static let pragma = #"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)"#

  /// Reads the configuration of coverage.py and Codecov at a repository's top.
  static func read(_ root: String) throws(CoverageError) -> CoverageSettings {
    var settings = CoverageSettings()
    // The order in which coverage.py looks.
    for (name, prefix) in [(".coveragerc", ""), ("setup.cfg", "coverage:"), ("tox.ini", "coverage:")] {
      guard let bytes = try contents(of: name, in: root) else { continue }
      let file = INIFile(bytes)
      guard ["run", "report", "paths"].contains(where: { file.sections[prefix + $0] != nil }) else { continue }
      settings.take(file, prefix, name)
      break
    }
    if settings.isDefault { try settings.takeTOML(root) }
    try settings.takeCodecov(root)
    return settings
  }

  /// nil if there is no such file.
  static func contents(of name: String, in root: String) throws(CoverageError) -> [UInt8]? {
    do {
      return try FileSystem.readIfPresent(Paths.join(root, name))
    } catch {
      throw CoverageError("'\(name)' cannot be read: \(error.reason)")
    }
  }

  private var isDefault: Bool { omitted.isEmpty && included.isEmpty && aliases.isEmpty && floors.isEmpty }

  private mutating func take(_ file: INIFile, _ prefix: String, _ name: String) {
    func list(_ section: String, _ key: String) -> [String]? {
      file.sections[prefix + section]?[key]
    }
    func words(_ section: String, _ key: String) -> [String] {
      (list(section, key) ?? []).flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    }
    omitted = words("run", "omit") + words("report", "omit")
    included = words("run", "include") + words("report", "include")
    if let lines = list("report", "exclude_lines") { excludedLines = lines }
    excludedLines += list("report", "exclude_also") ?? []
    aliases = (file.sections[prefix + "paths"] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    if let percent = list("report", "fail_under")?.first.flatMap(Double.init) { addFloor(percent, name) }
  }

  private mutating func takeTOML(_ root: String) throws(CoverageError) {
    guard let bytes = try Self.contents(of: "pyproject.toml", in: root) else { return }
    let table: YAMLNode?
    do throws(YAMLError) {
      table = try TOML.table(of: "coverage", in: bytes, path: "pyproject.toml")
    } catch {
      throw CoverageError(error.message, at: error.mark)
    }
    guard let table else { return }
    func list(_ section: String, _ key: String) -> [String]? {
      guard let value = table[section]?[key] else { return nil }
      return value.items?.compactMap(\.scalar?.text) ?? value.scalar.map { [$0.text] }
    }
    omitted = (list("run", "omit") ?? []) + (list("report", "omit") ?? [])
    included = (list("run", "include") ?? []) + (list("report", "include") ?? [])
    if let lines = list("report", "exclude_lines") { excludedLines = lines }
    excludedLines += list("report", "exclude_also") ?? []
    aliases = (table["paths"]?.pairs ?? []).map { $0.value.items?.compactMap(\.scalar?.text) ?? [] }
    if let percent = list("report", "fail_under")?.first.flatMap(Double.init) { addFloor(percent, "pyproject.toml") }
  }

  private mutating func addFloor(_ percent: Double, _ name: String) {
    guard percent > 0 else { return }
    floors.append(CoverageFloor(percent: percent, patterns: [], origin: "fail_under of \(name)"))
  }

  /// Whether files of this path, relative to the project's root, are measured at all.
  func measures(_ path: String, at absolutePath: String) -> Bool {
    func covered(by patterns: [String]) -> Bool {
      patterns.contains { CoverageFloor.matches(path, $0) || CoverageFloor.matches(absolutePath, $0) }
    }
    return !covered(by: omitted) && (included.isEmpty || covered(by: included))
  }
}
