import LintRuleKit
import LintSerialization
import LintSourceText

/// The extras that the manifests at the top of the repository declare.
struct DeclaredExtras {
  /// As the manifest spells it.
  private(set) var package = ""
  private var names: Set<String> = []

  var sorted: [String] { names.sorted() }

  /// Nil if they cannot all be told.
  init?(_ project: ProjectIndex) {
    guard let repository = project.repository else { return nil }
    let pyproject = repository.text(of: "pyproject.toml").flatMap { text in
      try? TOML.parse(text.bytes, path: "pyproject.toml")
    }
    let sections = repository.text(of: "setup.cfg").map { INIFile($0.bytes).sections } ?? [:]
    let script = repository.text(of: "setup.py")?.bytes
    let poetry = pyproject?["tool"]?["poetry"]
    let name =
      Self.text(pyproject?["project"]?["name"]) ?? Self.text(poetry?["name"]) ?? sections["metadata"]?["name"]?.first
      ?? script.flatMap(Self.name)
    guard let name else { return nil }
    package = name
    let dynamic = pyproject?["project"]?["dynamic"]?.items?.compactMap(Self.text) ?? []
    for table in [pyproject?["project"]?["optional-dependencies"], poetry?["extras"]] {
      for pair in table?.pairs ?? [] { names.insert(Self.normal(pair.key)) }
    }
    for key in (sections["options.extras_require"] ?? [:]).keys { names.insert(Self.normal(key)) }
    if let script, Bytes.find("extras_require", in: script[...]) != nil {
      guard let found = Self.extras(in: script) else { return nil }
      names.formUnion(found.map(Self.normal))
    } else if dynamic.contains("optional-dependencies") {
      return nil
    }
    if names.isEmpty { return nil }
  }

  func isOwn(_ package: String) -> Bool { Self.normal(package) == Self.normal(self.package) }

  /// Whether it is declared, or stands for one: `nets[extra]`.
  func contains(_ extra: String) -> Bool {
    let name = Self.normal(extra)
    return names.contains(name) || Self.placeholders.contains(name) || name.hasPrefix("your")
  }

  private static let placeholders: Set<String> = [
    "extra", "extras", "option", "options", "name", "extra-name", "feature", "features", "extra1", "extra2", "group",
  ]

  /// Short names a letter apart, such as `text` and `test`, are two names.
  func nearest(to extra: String) -> String? {
    let name = Self.normal(extra)
    return Suggestion.nearest(to: name, among: sorted).flatMap {
      $0.count > 5 || $0.hasPrefix(name) || name.hasPrefix($0) ? $0 : nil
    }
  }

  private static func text(_ node: YAMLNode?) -> String? { node?.scalar?.text }

  /// Package and extra names compare without case, and with one sign between words.
  private static func normal(_ name: String) -> String {
    name.lowercased().replacing("_", with: "-").replacing(".", with: "-")
  }

  private static func name(in script: [UInt8]) -> String? {
    for mark: StaticString in ["name=\"", "name='"] {
      guard let found = Bytes.find(mark, in: script[...]) else { continue }
      let start = found + 6
      let text = script[start...].prefix { $0.isIdentifierByte || "-.".utf8.contains($0) }
      if !text.isEmpty { return String(decoding: text, as: UTF8.self) }
    }
    return nil
  }

  /// The keys of the dictionary that setup.py passes; nil unless it is written out.
  private static func extras(in script: [UInt8]) -> [String]? {
    guard let mark = Bytes.find("extras_require", in: script[...]) else { return nil }
    let open = script[(mark + 14)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
    guard open.first == UInt8(ascii: "{") else { return nil }
    var keys: [String] = []
    var depth = 0
    var index = open.startIndex
    while index < script.count {
      let byte = script[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return keys }
      case UInt8(ascii: "#"): index = script[index...].firstIndex(of: UInt8(ascii: "\n")) ?? script.count - 1
      case UInt8(ascii: "*") where depth == 1: return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = script[(index + 1)...].firstIndex(of: byte) else { return nil }
        if depth == 1, script[(end + 1)...].first(where: { $0 > 0x20 }) == UInt8(ascii: ":") {
          keys.append(String(decoding: script[(index + 1)..<end], as: UTF8.self))
        }
        index = end
      default:
        // A name for a key, or a comprehension.
        if depth == 1, script[index...].starts(with: " for ".utf8) { return nil }
      }
      index += 1
    }
    return nil
  }
}
