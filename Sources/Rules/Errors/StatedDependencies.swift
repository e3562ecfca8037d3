import LintProject
import LintSourceText

/// The packages that a project's manifests name.
struct StatedDependencies {
  /// What every installation has.
  private var required: Set<String> = []
  /// What some installation has.
  private var named: Set<String> = []

  init(_ repository: Repository?) {
    for path in ["pyproject.toml", "setup.py", "setup.cfg"] {
      guard let text = repository?.text(of: path) else { continue }
      read(
        text.bytes.split(separator: UInt8(ascii: "\n")).map { line in
          String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        })
    }
  }

  func requires(_ package: String) -> Bool { required.contains(Name.canonical(package)) }
  func mentions(_ package: String) -> Bool { named.contains(Name.canonical(package)) }

  /// The quoted words that begin a requirement: `"numpy>=2"`. They are required within a list of dependencies.
  private mutating func read(_ lines: [String]) {
    var isRequired = false
    for line in lines {
      let text = line.drop(while: \.isWhitespace)
      if text.hasPrefix("#") { continue }
      var isLast = false
      if text.hasPrefix("install_requires") || text.hasPrefix("dependencies") { isRequired = text.contains("[") }
      isLast = text.split(separator: "#").first?.last { !" ,".contains($0) } == "]"
      var rest = text
      while let quote = rest.first(where: { $0 == "\"" || $0 == "'" }), let open = rest.firstIndex(of: quote) {
        let value = rest[rest.index(after: open)...].prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        let name = value.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        guard !name.isEmpty else { continue }
        let canonical = Name.canonical(String(name))
        named.insert(canonical)
        // What only some platforms have is not required.
        if isRequired, !value.contains(";") { required.insert(canonical) }
      }
      if isLast { isRequired = false }
    }
  }
}
