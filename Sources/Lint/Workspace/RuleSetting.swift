import LintModel
import LintSerialization

/// What a configuration says about one rule: `off`, `on`, or its severity and options.
package struct RuleSetting: Decodable, Sendable {
  /// nil if only severity or options are set.
  package var isOn: Bool?
  package var severity: Severity?
  /// A mapping of options; nil if there are none.
  package var options: YAMLNode?

  package init(from decoder: any Decoder) throws {
    let node = try YAMLNode(from: decoder)
    switch node.content {
    // Tools that know YAML 1.1 write `off` back as `false`.
    case .scalar(let scalar) where ["on", "true"].contains(scalar.text): isOn = true
    case .scalar(let scalar) where ["off", "false"].contains(scalar.text): isOn = false
    case .mapping(var pairs):
      if let index = pairs.firstIndex(where: { $0.key == "severity" }) {
        severity = try StrictDecoder.decode(from: pairs[index].value)
        pairs.remove(at: index)
      }
      options = pairs.isEmpty ? nil : YAMLNode(.mapping(pairs), at: node.mark)
    default:
      throw YAMLError(
        at: node.mark, "wrong kind of value", expected: "off, on, or a mapping of severity and options",
        found: node.kind)
    }
  }

  /// These settings with others laid over them.
  func overlaid(with other: RuleSetting) -> RuleSetting {
    var result = self
    result.isOn = other.isOn ?? isOn
    result.severity = other.severity ?? severity
    if let changes = other.options { result.options = options?.overlaid(with: changes) ?? changes }
    return result
  }
}
