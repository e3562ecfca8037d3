/// The key that a pattern stands under.
enum PatternVerb: String, Sendable, CaseIterable { case forbid, require, limit }
