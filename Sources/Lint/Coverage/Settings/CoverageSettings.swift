/// What a repository's own coverage configuration says: what is not counted, and how much is wanted.
public struct CoverageSettings: Sendable {
  /// How much of some files tests should reach.
  public struct Floor: Sendable {
    /// In percent.
    public var percent: Double
    /// Which files it is about, relative to the project's root; empty for all of them.
    public var patterns: [String]
    /// Where it is written: `fail_under of .coveragerc`.
    public var origin: String

    public init(percent: Double, patterns: [String], origin: String) {
      self.percent = percent
      self.patterns = patterns
      self.origin = origin
    }

    public func covers(_ path: String) -> Bool {
      patterns.isEmpty || patterns.contains { CoverageSettings.matches(path, $0) }
    }
  }

  /// Files that are not measured, as coverage.py's `omit` has them.
  var omitted: [String] = []
  /// The only files that are measured; empty for all.
  var included: [String] = []
  /// Expressions that exclude a line, and the block that it opens.
  var excludedLines: [String] = [Self.pragma]
  /// Folders that are one and the same, the one in this repository first.
  var aliases: [[String]] = []
  public internal(set) var floors: [Floor] = []

  static let pragma = #"#\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)"#

  /// Reads the configuration of coverage.py and Codecov at a repository's top.
  static func read(_ root: String) throws(CoverageError) -> CoverageSettings {
    var settings = CoverageSettings()
    // The order in which coverage.py looks.
    for (name, prefix) in [(".coveragerc", ""), ("setup.cfg", "coverage:"), ("tox.ini", "coverage:")] {
      guard let bytes = try? FileSystem.read(Paths.join(root, name)) else { continue }
      let file = INIFile(bytes)
      guard ["run", "report", "paths"].contains(where: { file.sections[prefix + $0] != nil }) else { continue }
      settings.take(file, prefix, name)
      break
    }
    if settings.isDefault { try settings.takeTOML(root) }
    try settings.takeCodecov(root)
    return settings
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
    guard let bytes = try? FileSystem.read(Paths.join(root, "pyproject.toml")) else { return }
    let table: YAMLNode?
    do throws(YAMLError) {
      table = try TOMLReader.table(bytes, path: "pyproject.toml", of: "coverage")
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
    floors.append(Floor(percent: percent, patterns: [], origin: "fail_under of \(name)"))
  }

  /// Whether files of this path, relative to the project's root, are measured at all.
  func measures(_ path: String, at absolutePath: String) -> Bool {
    func covered(by patterns: [String]) -> Bool {
      patterns.contains { Self.matches(path, $0) || Self.matches(absolutePath, $0) }
    }
    return !covered(by: omitted) && (included.isEmpty || covered(by: included))
  }

  /// As coverage.py and Codecov match: `*/tests/*` at any depth, a folder with all that is in it.
  static func matches(_ path: String, _ pattern: String) -> Bool {
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
