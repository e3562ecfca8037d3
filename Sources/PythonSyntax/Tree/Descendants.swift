/// Consecutive nodes in pre-order.
@frozen
public struct Descendants: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let storage: UnsafePointer<TreeStorage>
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  @inlinable
  init(storage: UnsafePointer<TreeStorage>, lower: UInt32, upper: UInt32) {
    self.storage = storage
    self.lower = lower
    self.upper = upper
  }

  @inlinable
  public var startIndex: Int { Int(lower) }

  @inlinable
  public var endIndex: Int { Int(upper) }

  @inlinable
  public subscript(position: Int) -> Node {
    Node(storage: storage, index: UInt32(truncatingIfNeeded: position))
  }
}
