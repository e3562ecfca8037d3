import CKernels

/// The innermost loops in the build that fits the processor.
public struct Processor: Sendable {
  let kernels: CKernels.Kernels
  /// Which build of the loops it is: `avx512`, `avx2` or `baseline`.
  public let name: String

  /// The fastest loops that this processor runs.
  public static let fastest = Processor(kernels_for_this_processor().pointee)

  /// The loops of a name, or nil where this processor cannot run them.
  public init?(named name: String) {
    guard let kernels = kernels_named(name) else { return nil }
    self.init(kernels.pointee)
  }

  private init(_ kernels: CKernels.Kernels) {
    self.kernels = kernels
    name = String(cString: kernels.name)
  }
}
