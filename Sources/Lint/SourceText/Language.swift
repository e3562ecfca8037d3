/// A language that mllint reads. A notebook is Python in cells.
package enum Language: String, Codable, Sendable, CaseIterable {
  case python, swift, markdown, yaml, toml, gin, text
}

/// What a file is for. Rules about a library's design leave tests, generated and vendored files alone.
package enum Role: String, Codable, Sendable, CaseIterable {
  case library, test, example, script, docs, configuration, generated, vendored
}
