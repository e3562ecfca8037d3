/// The unit in which matches are counted.
enum PatternUnit: String, Decodable, Sendable, CaseIterable { case function, type, file, project }
