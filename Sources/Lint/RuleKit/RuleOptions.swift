/// A rule's options. Keys are the properties' names in snake case; the page holds the defaults.
package protocol RuleOptions: Decodable, Sendable {}

/// For rules without options.
package struct NoOptions: RuleOptions {
  package init() {}
}
