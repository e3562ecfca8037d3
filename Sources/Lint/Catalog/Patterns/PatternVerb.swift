/// The key that a pattern is under.
enum PatternVerb: String, Sendable, CaseIterable { case forbid, require, limit }
