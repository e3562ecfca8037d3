/// The key of a pattern.
enum PatternVerb: String, Sendable, CaseIterable { case forbid, require, limit }
