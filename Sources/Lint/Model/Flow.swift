import LintSourceText

/// What statements do with variables, in source order: enough to follow a value from one statement to the next, in a
/// function, a module or the cells of a notebook, without a tree of expressions. Python only.
///
/// Both arrays are flat and hold places alone; the calls in a value are `FileModel.invocations` of the same place.
public struct Flow: Sendable {
  /// Statements that bind names, decide what runs, or end a function.
  public var steps: [Step] = []
  /// Every use of a variable's name, parameters' declarations left out.
  public var names: [NameUse] = []

  public init() {}

  /// One statement, or the part of one that has a body of its own.
  public struct Step: Sendable {
    public enum Kind: UInt8, Sendable {
      /// `targets = value`, `target := value`
      case assignment
      /// `targets += value`
      case augmentation
      /// `for targets in value`, of statements and comprehensions, and `while value`
      case loop
      /// `if value`, `elif value`
      case condition
      /// `else` of a condition; its value is that condition's.
      case alternative
      /// `with value as targets`, one for each item
      case context
      /// `return value`, `yield value`
      case result
    }

    public var kind: Kind
    /// All of it: of a condition its own body, of a loop and a context everything below it.
    public var range: SourceRange
    /// The left-hand side; empty if nothing is bound.
    public var targets: SourceRange
    /// The value that is assigned, iterated over, tested, entered or returned; empty for a bare `return`.
    public var value: SourceRange
    /// Index of the declaration whose body it is in.
    public var owner: UInt32

    public init(kind: Kind, range: SourceRange, targets: SourceRange, value: SourceRange, owner: Int) {
      self.kind = kind
      self.range = range
      self.targets = targets
      self.value = value
      self.owner = UInt32(clamping: owner)
    }
  }

  /// A variable that is read, bound or deleted.
  public struct NameUse: Sendable {
    /// Of the name, as `IdentifierSet.hash` makes it.
    public var hash: UInt64
    public var start: UInt32
    private var lengthAndStore: UInt32

    public init(hash: UInt64, range: SourceRange, isStored: Bool) {
      self.hash = hash
      start = range.start
      lengthAndStore = (range.end &- range.start) << 1 | (isStored ? 1 : 0)
    }

    public var range: SourceRange { SourceRange(start: start, end: start + (lengthAndStore >> 1)) }
    /// Whether the name is bound here, rather than read.
    public var isStored: Bool { lengthAndStore & 1 == 1 }
  }

  /// The uses of names inside a range. O(log names).
  public func names(in range: SourceRange) -> ArraySlice<NameUse> {
    names[place(of: range.start, in: names, \.start)..<place(of: range.end, in: names, \.start)]
  }

  /// The steps that begin inside a range. O(log steps).
  public func steps(in range: SourceRange) -> ArraySlice<Step> {
    steps[place(of: range.start, in: steps, \.range.start)..<place(of: range.end, in: steps, \.range.start)]
  }
}

/// The first place whose element does not begin before an offset.
func place<Element>(of offset: UInt32, in elements: [Element], _ start: (Element) -> UInt32) -> Int {
  var low = 0
  var high = elements.count
  while low < high {
    let middle = (low + high) / 2
    if start(elements[middle]) < offset { low = middle + 1 } else { high = middle }
  }
  return low
}

extension FileModel {
  /// The calls that begin inside a range, in source order. O(log calls).
  public func invocations(in range: SourceRange) -> ArraySlice<Invocation> {
    let first = place(of: range.start, in: invocations) { $0.range.start }
    return invocations[first..<place(of: range.end, in: invocations) { $0.range.start }]
  }
}
