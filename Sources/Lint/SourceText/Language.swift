/// A language that mllint reads. A notebook is Python in cells.
public enum Language: String, Codable, Sendable, CaseIterable {
  case python, swift, markdown, yaml, toml, gin, text
}

/// The purpose of a file. Rules about API design skip tests, generated and vendored files.
public enum Role: String, Codable, Sendable, CaseIterable {
  case library, test, example, script, docs, configuration, generated, vendored
}
