import CKernels

/// The innermost loops compiled for one instruction set.
public struct KernelVariant: Sendable {
  let kernels: CKernels.Kernels
  /// The instruction set: `avx512`, `avx2` or `baseline`.
  public let name: String

  /// The fastest variant that this processor supports.
  public static let fastest = KernelVariant(kernels_fastest().pointee)

  /// The variant called `name`, or nil if it is unknown or this processor does not support it.
  public init?(named name: String) {
    guard let kernels = kernels_named(name) else { return nil }
    self.init(kernels.pointee)
  }

  private init(_ kernels: CKernels.Kernels) {
    self.kernels = kernels
    name = String(cString: kernels.name)
  }
}
