import LintCatalog
import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// The JSON schema of `mllint.yml`, for editors.
package enum ConfigurationSchema {
  /// - Throws: Where a page is wrong.
  package static func json(_ catalog: Catalog) throws(YAMLError) -> [UInt8] {
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
    var writer = JSONWriter()
    writer.object {
      $0.key("$schema", "http://json-schema.org/draft-07/schema#")
      $0.key("title", "mllint.yml")
      root.writeMembers(to: &$0)
    }
    return writer.finish()
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

  func write(to writer: inout JSONWriter) { writer.object { writeMembers(to: &$0) } }

  func writeMembers(to writer: inout JSONWriter) {
    switch self {
    case .text: writer.key("type", "string")
    case .name:
      writer.key("type", "string")
      writer.key("pattern", CustomRuleError.namePattern)
    case .boolean: writer.key("type", "boolean")
    case .integer: writer.key("type", "integer")
    case .number: writer.key("type", "number")
    case .anything: break
    case .choice(let values): writer.key("enum", values)
    case .list(let items):
      writer.key("type", "array")
      writer.key("items")
      items.write(to: &writer)
    case .map(let values):
      writer.key("type", "object")
      writer.key("additionalProperties")
      values.write(to: &writer)
    case .either(let schemas):
      writer.key("anyOf")
      writer.array(schemas) { $1.write(to: &$0) }
    case .described(let schema, let text):
      schema.writeMembers(to: &writer)
      writer.key("description", text)
    case .object(let properties, let required, let others):
      writer.key("type", "object")
      writer.key("additionalProperties", false)
      writer.key("properties")
      Self.write(properties, to: &writer)
      if let others {
        writer.key("patternProperties")
        Self.write([(others.keys, others.values)], to: &writer)
      }
      if !required.isEmpty { writer.key("required", required) }
    }
  }

  private static func write(_ properties: [(String, Schema)], to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, schema) in properties {
        writer.key(name)
        schema.write(to: &writer)
      }
    }
  }
}
