/// What is counted in.
enum PatternUnit: String, Decodable, Sendable, CaseIterable { case function, type, file, project }
