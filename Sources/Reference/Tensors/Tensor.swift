/// A dense array of 32-bit floats in row-major order: the last axis is contiguous.
///
/// Images are (batch, height, width, channels). Tensors have reference semantics: layers reuse their output tensors, so
/// training does not allocate after the first step.
public final class Tensor: @unchecked Sendable {
  /// The size of each axis.
  public let shape: [Int]
  /// The number of elements: the product of `shape`.
  public let count: Int
  /// The first element, aligned to 64 bytes.
  public let base: UnsafeMutablePointer<Float>
  private let storage: Storage

  /// Creates a tensor filled with zeros.
  public init(shape: [Int]) {
    self.shape = shape
    count = shape.reduce(1, *)
    storage = Storage(capacity: count)
    base = storage.base
  }

  /// Creates a tensor from its elements in row-major order.
  /// - Precondition: `values.count` equals the product of `shape`.
  public convenience init(shape: [Int], values: [Float]) {
    self.init(shape: shape)
    precondition(values.count == count, "shape \(shape) holds \(count) values, found \(values.count)")
    base.update(from: values, count: count)
  }

  /// Creates a view of the storage of `owner`, which must have sufficient capacity.
  private init(shape: [Int], viewing owner: Tensor) {
    self.shape = shape
    count = shape.reduce(1, *)
    storage = owner.storage
    base = storage.base
  }

  /// A tensor of this shape that reuses the storage of `reusable` if it is large enough. Its contents are undefined.
  static func reusing(_ reusable: inout Tensor?, shape: [Int]) -> Tensor {
    if let existing = reusable {
      if existing.shape == shape { return existing }
      if existing.storage.capacity >= shape.reduce(1, *) {
        let view = Tensor(shape: shape, viewing: existing)
        reusable = view
        return view
      }
    }
    let fresh = Tensor(shape: shape)
    reusable = fresh
    return fresh
  }

  /// A copy of all elements in row-major order.
  public var values: [Float] {
    get { Array(UnsafeBufferPointer(start: base, count: count)) }
    set {
      precondition(newValue.count == count, "shape \(shape) holds \(count) values, found \(newValue.count)")
      base.update(from: newValue, count: count)
    }
  }

  /// Sets every element to `value`.
  public func fill(_ value: Float) {
    base.update(repeating: value, count: count)
  }

  /// The stride of the first axis, in elements.
  public var stride: Int { shape.dropFirst().reduce(1, *) }

  /// Memory shared by one or more tensors; its capacity is fixed.
  private final class Storage: @unchecked Sendable {
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
}
