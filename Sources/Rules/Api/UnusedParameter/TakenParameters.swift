import LintModel

/// Hashes of which functions take which parameters and of whole parameter lists, to find out whether a hash occurs
/// again.
struct TakenParameters {
  private var once = IdentifierSet()
  private var again = IdentifierSet()
  /// How often the hashes in question occur.
  private var counts: [UInt64: Int]

  /// - Parameter counted: The hashes to count.
  init(counted: some Sequence<UInt64>) {
    counts = Dictionary(counted.map { ($0, 0) }) { first, _ in first }
  }

  mutating func insert(_ hash: UInt64) {
    if !counts.isEmpty, let count = counts[hash] { counts[hash] = count + 1 }
    if once.contains(hash: hash) { again.insert(hash: hash) } else { once.insert(hash: hash) }
  }

  func isTaken(_ hash: UInt64) -> Bool { once.contains(hash: hash) }

  func isShared(_ hash: UInt64) -> Bool { again.contains(hash: hash) }

  /// Whether nearly all others that share a hash read the parameter. Then they are no reason to ignore it.
  func isReadByOthers(_ hash: UInt64, unread: UInt64) -> Bool {
    let (others, ignoring) = ((counts[hash] ?? 0) - 1, (counts[unread] ?? 0) - 1)
    return others >= Self.family && ignoring * Self.share <= others
  }

  /// Whether another that shares the hash ignores the parameter, too.
  func isIgnoredByOthers(_ unread: UInt64) -> Bool { (counts[unread] ?? 0) > 1 }

  /// Fewer others may be alike by chance.
  private static let family = 3
  /// One of this many may ignore the parameter as well.
  private static let share = 5
}

/// The meaning of a hash.
enum ParameterHash {
  static func name(_ text: String) -> UInt64 { IdentifierSet.hash(text.utf8) }

  /// Something has the parameter.
  static func any(_ parameter: UInt64) -> UInt64 { combine(parameter, 0, 9) }

  /// A function of this name has the parameter.
  static func function(_ function: UInt64, _ parameter: UInt64) -> UInt64 { combine(function, parameter, 1) }

  /// The initializer of a type has the parameter.
  static func type(_ type: UInt64, _ parameter: UInt64) -> UInt64 { combine(type, parameter, 2) }

  /// The initializer of a type that inherits from this one has the parameter.
  static func base(_ base: UInt64, _ parameter: UInt64) -> UInt64 { combine(base, parameter, 3) }

  /// The place of `*values` and `**values`, which take anything.
  static let anyPlace = 999

  /// A method of a type takes something at this place.
  static func place(_ place: Int, of method: UInt64, in type: UInt64) -> UInt64 {
    combine(combine(type, method, 6), UInt64(place), 7)
  }

  /// The one that shares a hash does not read the parameter.
  static func unread(_ parameter: UInt64, in hash: UInt64) -> UInt64 { combine(hash, parameter, 8) }

  /// A whole parameter list of a kind of callable.
  static func list(_ kind: some StringProtocol, _ parameters: [Parameter]) -> UInt64 {
    parameters.reduce(combine(name(String(kind)), 0, 4)) { combine($0, name($1.name.text), 5) }
  }

  private static func combine(_ left: UInt64, _ right: UInt64, _ kind: UInt64) -> UInt64 {
    let mixed = (left ^ kind) &* 0x9E37_79B9_7F4A_7C15
    return ((mixed ^ mixed >> 29) &+ right) &* 0xBF58_476D_1CE4_E5B9
  }
}
