import LintSourceText

/// How a file calls functions, for rules that compare calls with signatures.
///
/// Arguments are kept as 64-bit hashes, as mentions are; whole calls only where a rule may want to show them.
public struct Calls: Sendable, Codable, Equatable {
  /// Names that the file refers to without calling them: what is passed on, stored or listed.
  public var values = IdentifierSet()
  /// Strings that could be a name: keys, `getattr(module, "build")`.
  public var texts = IdentifierSet()
  /// The last names of texts that could be a path: `"package.module:function"`.
  public var paths = IdentifierSet()
  /// Keywords of any call.
  public var keywords = IdentifierSet()
  private var positions = HashTable()
  /// Calls that are worth showing, in source order.
  public var sites: [CallSite] = []

  public init() {}

  /// Records which parameter positions a call fills.
  ///
  /// - Parameters:
  ///   - count: How many of the first.
  ///   - hash: Of the callee's name, as `IdentifierSet.hash` makes it.
  ///   - isOpen: Whether unpacked values may fill any.
  public mutating func insert(count: Int, hash: UInt64, isOpen: Bool) {
    for place in 0..<min(count, 32) { positions.insert(Self.combine(hash, place)) }
    if isOpen { positions.insert(Self.combine(hash, Self.open)) }
  }

  /// Whether any call of a function of this name may fill the place, counted from 0.
  public func fills(_ place: Int, of callee: String) -> Bool {
    let hash = IdentifierSet.hash(callee.utf8)
    return positions.contains(Self.combine(hash, place)) || positions.contains(Self.combine(hash, Self.open))
  }

  /// Whether the file calls a function of this name with any positional argument.
  public func isCalled(_ callee: String) -> Bool { fills(0, of: callee) }

  /// Without all but the places that calls fill.
  public var onlyPlaces: Calls {
    var result = Calls()
    result.positions = positions
    return result
  }

  public mutating func formUnion(_ other: Calls) {
    values.formUnion(other.values)
    texts.formUnion(other.texts)
    paths.formUnion(other.paths)
    keywords.formUnion(other.keywords)
    positions.formUnion(other.positions)
  }

  private static let open = 63

  private static func combine(_ hash: UInt64, _ place: Int) -> UInt64 {
    (hash ^ UInt64(truncatingIfNeeded: place &+ 1)) &* 0x9E37_79B9_7F4A_7C15
  }
}

/// A call that shows how a signature is used.
public struct CallSite: Sendable, Codable, Equatable {
  /// The expression before the callee's name.
  public enum Receiver: String, Sendable, Codable {
    /// `build(...)`
    case none
    /// `self.build(...)`, `super().build(...)`
    case own
    /// `module.build(...)`, `model.layer.build(...)`
    case other
  }

  /// The callee's last name.
  public var callee: Name
  public var receiver: Receiver
  /// The number of positional arguments.
  public var count: Int
  /// The last name of each positional argument, empty for what has none; empty as a whole in a short call.
  public var arguments: [String]
  /// The places of positional arguments that are a bare `True` or `False`.
  public var booleans: [Int]
  /// The targets that the call's result is unpacked into; nil if it is not unpacked.
  public var unpacked: Unpacking?

  public struct Unpacking: Sendable, Codable, Equatable {
    /// The names on the left.
    public var count: Int
    /// Those that are marked as unused: `_`.
    public var discarded: Int
    /// Whether one of them takes the rest: `first, *_ = call()`.
    public var hasRest = false
    /// Whether that one is marked as unused: `*_`.
    public var discardsRest = false

    public init(count: Int, discarded: Int) {
      self.count = count
      self.discarded = discarded
    }
  }

  public init(
    callee: Name, receiver: Receiver, count: Int, arguments: [String] = [], booleans: [Int] = [],
    unpacked: Unpacking? = nil
  ) {
    self.callee = callee
    self.receiver = receiver
    self.count = count
    self.arguments = arguments
    self.booleans = booleans
    self.unpacked = unpacked
  }

  /// The minimum number of positional arguments for a call to be kept, as hard to read.
  public static let longCall = 6
  /// The minimum number of values for an unpacking to be kept.
  public static let longResult = 4

  public var isWorthShowing: Bool {
    count >= Self.longCall || !booleans.isEmpty || (unpacked?.count ?? 0) >= Self.longResult
      || unpacked?.hasRest == true
  }
}
