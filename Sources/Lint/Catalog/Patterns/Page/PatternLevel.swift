/// Where in a file: what runs when it is imported, or what runs when it is called.
enum PatternLevel: String, Decodable, Sendable, CaseIterable { case module, function }
