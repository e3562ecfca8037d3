import LintModel
import LintSerialization
import LintSourceText

/// The minimum version of a package that a project states.
struct StatedRequirement: Sendable, Hashable, Codable {
  var package: String
  var minimum: Version

  /// Numbers of a version; what is missing is 0.
  struct Version: Sendable, Hashable, Codable, Comparable {
    var numbers: [Int]

    init(_ numbers: [Int]) { self.numbers = numbers }

    init?(_ text: some StringProtocol) {
      let numbers = text.split(separator: ".").map { Int($0.prefix { $0.isNumber }) }
      guard let first = numbers.first, first != nil else { return nil }
      self.numbers = numbers.prefix { $0 != nil }.compactMap { $0 }
    }

    static func < (left: Version, right: Version) -> Bool {
      for index in 0..<max(left.numbers.count, right.numbers.count) {
        let (one, other) = (left.number(index), right.number(index))
        if one != other { return one < other }
      }
      return false
    }

    private func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
  }

  /// `torch>=2.6` of a page.
  init(_ condition: Located<String>) throws(YAMLError) {
    guard let sign = condition.value.range(of: ">="),
      let version = Version(condition.value[sign.upperBound...].drop { $0 == " " }),
      let name = condition.value[..<sign.lowerBound].split(separator: " ").first
    else {
      throw YAMLError(
        at: condition.mark, "invalid requirement",
        expected: "a package and its minimum version, such as 'torch>=2.6'",
        found: "'\(condition.value)'")
    }
    package = String(name)
    minimum = version
  }

  /// `torch<1.10` of a page: the version below which a project is meant.
  init(below condition: Located<String>) throws(YAMLError) {
    let parts = condition.value.split(separator: "<").map { $0.filter { $0 != " " } }
    guard parts.count == 2, let version = Version(parts[1]) else {
      throw YAMLError(
        at: condition.mark, "invalid version", expected: "a package and a version, such as 'torch<1.10'",
        found: "'\(condition.value)'")
    }
    package = parts[0]
    minimum = version
  }

  /// Whether a project that states these supports an older version.
  func isUndercut(by stated: [StatedRequirement]) -> Bool {
    stated.contains { $0.package == package && $0.minimum < minimum }
  }

  private init(package: String, minimum: Version) {
    self.package = package
    self.minimum = minimum
  }

  /// Whether a file may state what the project requires.
  static func isStated(in file: FileReference) -> Bool {
    let name = Paths.name(of: file.path)
    return name == "pyproject.toml" || name == "setup.py" || name == "environment.yml" || name == "environment.yaml"
      || name.hasPrefix("requirements") && name.hasSuffix(".txt")
  }

  /// Whether a manifest is in a folder above a file, or in a folder of requirements there.
  static func governs(_ manifest: FileReference, _ file: FileReference) -> Bool {
    var folder = Paths.folder(of: manifest.projectPath)
    if Paths.name(of: folder).hasPrefix("requirements") { folder = Paths.folder(of: folder) }
    return folder.isEmpty || file.projectPath.hasPrefix(folder + "/")
  }

  /// What a manifest says about a package: `torch>=2.1`, `torch = "^2.1"`, `torch==2.1.0`, `torch=2.1`.
  static func stated(_ package: String, in file: SourceFile) -> StatedRequirement? {
    let bytes = file.text.bytes
    let name = Array(package.utf8)
    var start = 0
    var lowest: Version?
    while let found = Bytes.find(name, in: bytes[start...]) {
      start = found + name.count
      if found > 0, isNamePart(bytes[found - 1]) { continue }
      if start < bytes.count, isNamePart(bytes[start]) { continue }
      if let version = version(bytes[start...]) { lowest = lowest.map { min($0, version) } ?? version }
    }
    return lowest.map { StatedRequirement(package: package, minimum: $0) }
  }

  /// The lowest version that the text behind a package's name takes.
  private static func version(_ bytes: ArraySlice<UInt8>) -> Version? {
    var rest = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ";") }
    if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
      rest = rest[(close + 1)...]
    }
    let text = String(decoding: rest.prefix(80), as: UTF8.self).filter { !" \t\"'{".contains($0) }
    let plain = text.hasPrefix("=version=") ? "=" + text.dropFirst("=version=".count) : text
    let signs = plain.prefix { "=><~^!".contains($0) }
    guard !signs.isEmpty else { return nil }
    for part in plain.split(separator: ",") {
      let sign = part.prefix { "=><~^!".contains($0) }
      guard [">=", "==", "~=", ">", "^", "=", "=^", "=>=", "=~", "===", "==^"].contains(sign) else { continue }
      if let version = Version(part.dropFirst(sign.count)) { return version }
    }
    return nil
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isIdentifierByte || "-./".utf8.contains(byte)
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
