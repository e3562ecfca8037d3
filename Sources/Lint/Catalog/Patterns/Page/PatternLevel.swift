/// The level of code in a file: run on import, or when called.
enum PatternLevel: String, Decodable, Sendable, CaseIterable { case module, function }
