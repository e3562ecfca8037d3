import LintCatalog
import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// The JSON schema of `mllint.yml`, for editors.
package enum ConfigurationSchema {
  /// - Throws: Where a page is wrong.
  package static func json(_ catalog: Catalog) throws(YAMLError) -> String {
    var rules: [(String, Schema)] = []
    for id in catalog.rules {
      guard let page = try catalog.page(of: id) else { continue }
      rules.append((id, setting(of: page)))
    }
    // Custom rules may have any name.
    let ruleTable = Schema.object(rules, others: (CustomRuleError.namePattern, setting(options: [], others: .anything)))
    let names = Schema.list(.either([.choice(catalog.rules + catalog.families + ["all"]), .name]))
    let globs = Schema.list(.text)
    let role = Schema.choice(Role.allCases.map(\.rawValue))
    let profile = Schema.choice(Profile.allCases.map(\.rawValue))
    let vocabulary = Schema.object([
      ("conditions", .anything), ("enabled", .boolean), ("exceptions", .list(.text)), ("meaning", .text),
      ("names", .list(.text)), ("use", .either([.text, .list(.text)])),
    ])
    let override = Schema.object(
      [
        ("extend_select", names), ("files", globs), ("ignore", names), ("profile", profile), ("role", role),
        ("rules", ruleTable),
      ],
      required: ["files"])
    let root = Schema.object([
      ("baseline", .text), ("exclude", globs), ("extend_select", names), ("extends", .list(.text)),
      ("fail_on", .choice(Severity.allCases.map(\.rawValue))), ("ignore", names), ("overrides", .list(override)),
      ("preview", .boolean), ("profile", profile), ("roles", .map(role)),
      ("custom_rules", .list(.text)), ("rules", ruleTable), ("select", names),
      ("skip_covered_by", .list(.choice(SimilarRules.Tool.allCases.map(\.rawValue)))),
      ("vocabulary", .map(vocabulary)),
    ])
    return root.json(isRoot: true) + "\n"
  }

  private static func setting(of page: RulePage) -> Schema {
    setting(options: page.options.map { ($0.0, Schema.like($0.1.default).described($0.1.help)) }).described(
      page.summary)
  }

  private static func setting(options: [(String, Schema)], others: Schema? = nil) -> Schema {
    let severity = Schema.choice(Severity.allCases.map(\.rawValue))
    return .either([
      .choice(["on", "off"]), .boolean, .object([("severity", severity)] + options, others: others.map { ("", $0) }),
    ])
  }
}

/// As much of JSON schema as a configuration needs.
private indirect enum Schema {
  case text, boolean, integer, number, anything
  /// The name of a rule.
  case name
  case choice([String])
  case list(Schema)
  case map(Schema)
  /// - Parameter others: Keys beside the known ones, by a pattern, and their values.
  case object([(String, Schema)], required: [String] = [], others: (keys: String, values: Schema)? = nil)
  case either([Schema])
  case described(Schema, String)

  func described(_ text: String) -> Schema { .described(self, text) }

  /// The schema of values like this one.
  static func like(_ node: YAMLNode) -> Schema {
    switch node.content {
    case .sequence(let items): .list(items.first.map(like) ?? .anything)
    case .mapping(let pairs): .map(pairs.first.map { like($0.value) } ?? .anything)
    case .scalar(let scalar):
      switch scalar.value {
      case .null: .anything
      case .bool: .boolean
      case .int: .integer
      case .float: .number
      case .string: .text
      }
    }
  }

  func json(isRoot: Bool = false) -> String {
    var members = members
    if isRoot {
      members.insert(("$schema", quote("http://json-schema.org/draft-07/schema#")), at: 0)
      members.insert(("title", quote("mllint.yml")), at: 1)
    }
    return "{" + members.map { "\(quote($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private var members: [(String, String)] {
    switch self {
    case .text: [("type", quote("string"))]
    case .name: [("type", quote("string")), ("pattern", quote(CustomRuleError.namePattern))]
    case .boolean: [("type", quote("boolean"))]
    case .integer: [("type", quote("integer"))]
    case .number: [("type", quote("number"))]
    case .anything: []
    case .choice(let values): [("enum", "[" + values.map(quote).joined(separator: ", ") + "]")]
    case .list(let items): [("type", quote("array")), ("items", items.json())]
    case .map(let values): [("type", quote("object")), ("additionalProperties", values.json())]
    case .either(let schemas): [("anyOf", "[" + schemas.map { $0.json() }.joined(separator: ", ") + "]")]
    case .described(let schema, let text): schema.members + [("description", quote(text))]
    case .object(let properties, let required, let others):
      [
        ("type", quote("object")), ("additionalProperties", "false"),
        ("properties", "{" + properties.map { "\(quote($0.0)): \($0.1.json())" }.joined(separator: ", ") + "}"),
      ]
        + (others.map { [("patternProperties", "{\(quote($0.keys)): \($0.values.json())}")] } ?? [])
        + (required.isEmpty ? [] : [("required", "[" + required.map(quote).joined(separator: ", ") + "]")])
    }
  }

  private func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case let control where control.value < 0x20:
        result += "\\u00" + (control.value < 16 ? "0" : "") + String(control.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
