import LintSourceText

/// A call as written: the callee and its arguments.
///
/// Like declarations, a file's calls are one flat array. They hold only positions; the file provides the text.
/// So a rule first compares `nameHash` and reads the text only if it matches.
public struct Invocation: Sendable {
  /// The whole call.
  public var range: SourceRange
  /// What is called: `torch.load` of `torch.load(path)`, `make()[0].load` of `make()[0].load(path)`.
  public var callee: SourceRange
  /// Of the callee's last name, as `Invocation.hash` makes it: `load` in both.
  public var nameHash: UInt64
  /// Index of the declaration whose body it is in; nil at the top level of a Swift file. A Python module has one.
  public var owner: Int? { storedOwner == .max ? nil : Int(storedOwner) }
  private var storedOwner: UInt32
  private var firstArgument: UInt32
  private var argumentCount: UInt16
  /// Whether the callee is names and dots alone, so that its text may be looked up.
  public var isDotted: Bool
  /// Whether `*values` or `**values` may fill more parameters than can be seen.
  public var hasUnpacking: Bool

  public init(
    range: SourceRange, callee: SourceRange, nameHash: UInt64, owner: Int?, arguments: Range<Int>, isDotted: Bool,
    hasUnpacking: Bool
  ) {
    self.range = range
    self.callee = callee
    self.nameHash = nameHash
    storedOwner = owner.map { UInt32(clamping: $0) } ?? .max
    firstArgument = UInt32(clamping: arguments.lowerBound)
    argumentCount = UInt16(clamping: arguments.count)
    self.isDotted = isDotted
    self.hasUnpacking = hasUnpacking
  }

  /// Its arguments' places in `FileModel.arguments`.
  public var arguments: Range<Int> { Int(firstArgument)..<Int(firstArgument) + Int(argumentCount) }

  /// What `nameHash` is for a name.
  public static func hash(_ name: String) -> UInt64 { IdentifierSet.hash(name.utf8) }
}

extension Invocation {
  /// An argument of a call.
  public struct Argument: Sendable {
    /// The syntactic kind of an expression.
    public enum Kind: UInt8, Sendable {
      case string, number, boolean, none
      /// A name, or names and dots: `lr`, `args.lr`.
      case name
      case call
      /// A list, tuple, set or dictionary, written out.
      case collection
      /// A function written in place.
      case lambda
      /// `*values` or `**values`.
      case unpacking
      case other
    }

    /// The whole value, `*` included.
    public var value: SourceRange
    /// The keyword or label in front of it; empty for a positional argument.
    private var label: SourceRange
    public var kind: Kind

    public init(value: SourceRange, keyword: SourceRange?, kind: Kind) {
      self.value = value
      label = keyword ?? .fileStart
      self.kind = kind
    }

    /// Where its keyword or label stands; nil for a positional argument.
    public var keyword: SourceRange? { label.isEmpty ? nil : label }
  }
}

extension SourceFile {
  /// What a call calls, looked up in the imports: `torch.nn.functional.softmax` of `F.softmax(x)`.
  ///
  /// - Returns: nil if its first name is not imported, or where it is more than names and dots.
  public func path(of call: Invocation) -> String? {
    call.isDotted ? importedNames.path(of: text[call.callee]) : nil
  }

  /// The callee's last name: `load` of `torch.load`.
  public func name(of call: Invocation) -> Substring {
    let callee = text[call.callee]
    return callee[(callee.lastIndex(of: ".").map { callee.index(after: $0) } ?? callee.startIndex)...]
  }

  /// A call's argument by keyword or, where the place is given, by position; counted from 0.
  ///
  /// - Returns: nil also where unpacked values could be it.
  public func argument(_ keyword: String, at place: Int? = nil, of call: Invocation) -> Invocation.Argument? {
    var position = 0
    for argument in model.arguments[call.arguments] {
      if let label = argument.keyword {
        if text[label] == keyword { return argument }
      } else {
        if argument.kind == .unpacking { position = Int.min / 2 }
        if position == place { return argument }
        position += 1
      }
    }
    return nil
  }
}
