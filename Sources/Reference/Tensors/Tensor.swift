/// A block of 32-bit floating-point numbers with a shape, the last axis contiguous.
///
/// Images are (batch, height, width, channels). A tensor is a reference: layers keep theirs from step to step and write
/// into them, so that training allocates nothing once it runs.
public final class Tensor: @unchecked Sendable {
  /// The extent of every axis.
  public let shape: [Int]
  /// How many numbers there are: the product of the shape.
  public let count: Int
  /// The first of the numbers, aligned to 64 bytes.
  public let base: UnsafeMutablePointer<Float>
  private let memory: Memory

  /// Makes a tensor of zeros.
  public init(shape: [Int]) {
    self.shape = shape
    count = shape.reduce(1, *)
    memory = Memory(capacity: count)
    base = memory.base
  }

  /// Makes a tensor of the given numbers.
  /// - Precondition: `values` holds as many numbers as `shape` asks for.
  public convenience init(shape: [Int], values: [Float]) {
    self.init(shape: shape)
    precondition(values.count == count, "shape \(shape) takes \(count) values, found \(values.count)")
    base.update(from: values, count: count)
  }

  /// Makes another view of the memory of `owner`, which must hold at least as many numbers.
  private init(shape: [Int], of owner: Tensor) {
    self.shape = shape
    count = shape.reduce(1, *)
    memory = owner.memory
    base = memory.base
  }

  /// A tensor of this shape in the memory of `reusable` where that is large enough, and in new memory elsewhere.
  /// What it holds is left over from before.
  static func reusing(_ reusable: inout Tensor?, shape: [Int]) -> Tensor {
    if let existing = reusable {
      if existing.shape == shape { return existing }
      if existing.memory.capacity >= shape.reduce(1, *) {
        let view = Tensor(shape: shape, of: existing)
        reusable = view
        return view
      }
    }
    let fresh = Tensor(shape: shape)
    reusable = fresh
    return fresh
  }

  /// All the numbers, in the order of memory.
  public var values: [Float] {
    get { Array(UnsafeBufferPointer(start: base, count: count)) }
    set {
      precondition(newValue.count == count, "shape \(shape) takes \(count) values, found \(newValue.count)")
      base.update(from: newValue, count: count)
    }
  }

  /// Sets every number.
  public func fill(_ value: Float) {
    base.update(repeating: value, count: count)
  }

  /// How many numbers one step along the first axis takes.
  public var stride: Int { shape.dropFirst().reduce(1, *) }
}

/// The memory behind one or more tensors; its capacity never changes.
private final class Memory: @unchecked Sendable {
  let base: UnsafeMutablePointer<Float>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, capacity) * MemoryLayout<Float>.stride, alignment: 64)
    base = bytes.initializeMemory(as: Float.self, repeating: 0, count: capacity)
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }
}
