import LintModel
import LintSourceText

/// A file that lists the dependencies of a project.
enum RequirementList {
  /// `requirements.txt`, `environment.yml`, `pyproject.toml`, `setup.py`, but not the lists for tests, documentation or
  /// development.
  static func isOne(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    let isNamed =
      name.hasPrefix("requirements") && name.hasSuffix(".txt")
      || name.hasPrefix("environment") && (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
      || name == "pyproject.toml" || name == "setup.py"
    return isNamed && !asides.contains { path.lowercased().contains($0) }
  }

  private static let asides = ["dev", "test", "doc", "lint", "style", "typing", "build", "min", "latest"]

  /// Whether a file pins the versions that the lists leave open.
  static func isLock(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    return name.hasSuffix(".lock") || name.hasSuffix("-lock.yml") || name.hasSuffix("-lock.yaml")
      || name.hasPrefix("constraints") || name.hasPrefix("pylock") || name == "requirements.in"
      || name.hasPrefix("requirements") && (name.contains("lock") || name.contains("freeze"))
  }

  /// The requirements that it lists.
  static func all(in file: SourceFile) -> [Requirement] {
    switch file.language {
    case .toml: poetry(file) + project(file)
    case .python: setup(file)
    case .yaml: conda(file)
    default: lines(of: file) { _ in true }
    }
  }

  /// `dependencies:` of a conda environment, including pip's.
  private static func conda(_ file: SourceFile) -> [Requirement] {
    var isListed = false
    return lines(of: file, areListItems: true) { line in
      if let first = line.first, first != " ", first != "-", first != "\r" {
        isListed = line.hasPrefix("dependencies:")
      }
      return isListed && (line.hasPrefix(" ") || line.hasPrefix("-"))
    }
  }

  /// `[tool.poetry.dependencies]`, with `torch = "^2.4"` as `torch^2.4`.
  private static func poetry(_ file: SourceFile) -> [Requirement] {
    var isListed = false
    return lines(of: file) { line in
      if line.hasPrefix("[") { isListed = line.hasPrefix("[tool.poetry.dependencies]") }
      return isListed && line.contains("=")
    }.map { requirement in
      var requirement = requirement
      let said = file.text[requirement.range].drop { $0 != "=" }
      requirement.isBare = said.contains("\"*\"")
      requirement.isPinned = !requirement.isBare && !said.contains(">")
      return requirement
    }
  }

  private static func lines(
    of file: SourceFile, areListItems: Bool = false, where isListed: (Substring) -> Bool
  ) -> [Requirement] {
    var result: [Requirement] = []
    var start = 0
    for line in file.text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      guard isListed(text[...]) else { continue }
      let shift = text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") && areListItems }.count
      guard let body = String(text.utf8.dropFirst(shift)), let requirement = Requirement(body, at: start + shift) else {
        continue
      }
      result.append(requirement)
    }
    return result
  }

  /// `dependencies = ["torch", "numpy"]` of a project.
  private static func project(_ file: SourceFile) -> [Requirement] {
    let bytes = file.text.bytes
    guard let found = bytes.firstRange(of: Array("\ndependencies".utf8)),
      let open = bytes[found.upperBound...].firstIndex(of: UInt8(ascii: "[")),
      bytes[found.upperBound..<open].allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "=") })
    else { return [] }
    return strings(in: file, from: open + 1, to: bytes.count)
  }

  /// `setup(install_requires=["torch", "numpy"])`, also through a variable.
  private static func setup(_ file: SourceFile) -> [Requirement] {
    for call in file.model.invocations where call.nameHash == Invocation.hash("setup") {
      guard let argument = file.argument("install_requires", of: call) else { continue }
      let named = file.text[argument.value]
      let value =
        argument.kind == .collection
        ? argument.value
        : file.model.flow.steps.last { $0.kind == .assignment && file.text[$0.targets] == named }?.value
      guard let value, file.text.bytes(in: value).first == UInt8(ascii: "[") else { return [] }
      return strings(in: file, from: Int(value.start) + 1, to: Int(value.end))
    }
    return []
  }

  /// The strings of a list up to its closing bracket, ignoring the brackets of extras inside a string: `ray[tune]`.
  private static func strings(in file: SourceFile, from start: Int, to end: Int) -> [Requirement] {
    let bytes = file.text.bytes
    var result: [Requirement] = []
    var index = start
    while index < min(end, bytes.count), bytes[index] != UInt8(ascii: "]") {
      let sign = bytes[index]
      if sign == UInt8(ascii: "#") {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? end
      } else if sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") {
        let start = index + 1
        guard let close = bytes[start...].firstIndex(of: sign) else { return result }
        if let requirement = Requirement(String(decoding: bytes[start..<close], as: UTF8.self), at: start) {
          result.append(requirement)
        }
        index = close
      }
      index += 1
    }
    return result
  }
}
