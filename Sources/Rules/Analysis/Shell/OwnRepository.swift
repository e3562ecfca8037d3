import LintRuleKit
import LintSourceText

/// The address and the names of the repository at hand, as its manifests and its README's badges give them.
struct OwnRepository {
  /// `owner/name` in lower case; nil if unknown.
  let address: String?
  /// Names that its folder probably has: the repository's own and those of its packages.
  let names: Set<String>

  init(_ project: ProjectIndex) {
    var found: Set<String> = []
    let manifests = ["pyproject.toml", "setup.py", "setup.cfg", "CITATION.cff", "mkdocs.yml", "docs/mkdocs.yml"]
    for path in manifests {
      guard let text = project.repository?.text(of: path) else { continue }
      found.formUnion(
        Self.addresses(in: text.bytes, after: "github.com/") { !$0.contains("git+") && !$0.contains(" @ ") })
    }
    if found.isEmpty, let readme = project.repository?.readme, let text = project.repository?.text(of: readme) {
      found = Self.addresses(in: text.bytes, after: "github.com/") { $0.contains("/actions/workflows/") }
      if found.isEmpty { found = Self.addresses(in: text.bytes, after: "codecov.io/gh/") { _ in true } }
    }
    address = found.count == 1 ? found.first : nil
    var names = Set(found.compactMap { $0.split(separator: "/").last.map(String.init) })
    for file in project.files where file.language == .python && file.role == .library {
      names.insert(file.module.prefix { $0 != "." }.lowercased())
    }
    self.names = names
  }

  /// The distinct `owner/name` after a host in the lines that qualify.
  private static func addresses(
    in bytes: [UInt8], after host: StaticString, where qualifies: (String) -> Bool
  ) -> Set<String> {
    var result: Set<String> = []
    var start = 0
    while let found = Bytes.find(host, in: bytes[start...]) {
      start = found + host.utf8CodeUnitCount
      let first = bytes[..<found].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let last = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      guard qualifies(String(decoding: bytes[first..<last], as: UTF8.self)) else { continue }
      let parts = String(decoding: bytes[start..<last], as: UTF8.self)
        .prefix { $0.isLetter || $0.isNumber || "-_./".contains($0) }.split(separator: "/")
      guard parts.count > 1 else { continue }
      result.insert("\(parts[0])/\(Self.bare(parts[1]))".lowercased())
    }
    return result
  }

  static func bare(_ name: Substring) -> Substring {
    var name = name
    while name.last == "." { name.removeLast() }
    return name.hasSuffix(".git") ? name.dropLast(4) : name
  }
}
