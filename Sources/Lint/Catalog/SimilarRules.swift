/// Rules of another tool that report some of what a rule reports.
package struct SimilarRules: Decodable, Sendable {
  package enum Tool: String, Decodable, Sendable, CaseIterable { case ruff }

  package var tool: Tool
  /// The tool's names for its rules: `ARG001`.
  package var codes: [String]
  /// What the rule reports or leaves out that these do not, in one sentence.
  package var beyond: String
  /// False if the codes are related but report something else, so that they never replace the rule; nil means true.
  package var covers: Bool?
  /// Whether the tool runs them only in its preview mode; nil means false.
  package var needsPreview: Bool?
}

extension SimilarRules {
  /// Whether the rule can be left to the tool if the tool runs all of the codes.
  package var isAlternative: Bool { covers ?? true }

  package var beyondOnOneLine: String { Principle.oneLine(beyond) }

  /// "ruff ARG001, ARG002 (preview)"
  package var title: String {
    "\(tool.rawValue) \(codes.joined(separator: ", "))\(needsPreview == true ? " (preview)" : "")"
  }
}
