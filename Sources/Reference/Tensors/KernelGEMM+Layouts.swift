import CKernels

/// The matrix products that the layers need, by the memory layout of their operands. Strides count elements.
extension KernelGEMM {
  /// `out` (m, n) = `left` (m, k) × `right` (k, n) + `bias` (n).
  static func matmul(
    left: UnsafePointer<Float>, stride leftStride: Int, right: UnsafePointer<Float>, stride rightStride: Int,
    bias: UnsafePointer<Float>? = nil, out: UnsafeMutablePointer<Float>, stride outStride: Int, m: Int, n: Int, k: Int
  ) -> KernelGEMM {
    KernelGEMM(
      left: left, left_block_stride: 0, left_k_stride: 1, left_m_stride: leftStride, right: right,
      right_block_stride: 0, right_k_stride: rightStride, bias: bias, out: out, out_m_stride: outStride, blocks: 1,
      k: k, m: m, n: n, accumulates: 0)
  }

  /// `out` (m, n) = the transpose of `left` (k, m) × `right` (k, n).
  static func transposedMatmul(
    left: UnsafePointer<Float>, stride leftStride: Int, right: UnsafePointer<Float>, stride rightStride: Int,
    out: UnsafeMutablePointer<Float>, stride outStride: Int, m: Int, n: Int, k: Int
  ) -> KernelGEMM {
    KernelGEMM(
      left: left, left_block_stride: 0, left_k_stride: leftStride, left_m_stride: 1, right: right,
      right_block_stride: 0, right_k_stride: rightStride, bias: nil, out: out, out_m_stride: outStride, blocks: 1,
      k: k, m: m, n: n, accumulates: 0)
  }

  /// One output row of a convolution. The caller sets `left` (the first input row under the kernel) and `out` per row.
  /// - Parameters:
  ///   - weights: (kernel size, kernel size, input channels, output channels)
  ///   - bias: (output channels), or nil.
  ///   - inputRowStride: the length of one padded input row, in elements.
  static func convolutionRow(
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil, kernelSize: Int, stride: Int = 1,
    inputChannels: Int, outputChannels: Int, inputRowStride: Int, outputWidth: Int
  ) -> KernelGEMM {
    KernelGEMM(
      left: nil, left_block_stride: inputRowStride, left_k_stride: 1, left_m_stride: stride * inputChannels,
      right: weights, right_block_stride: kernelSize * inputChannels * outputChannels, right_k_stride: outputChannels,
      bias: bias, out: nil, out_m_stride: outputChannels, blocks: kernelSize, k: kernelSize * inputChannels,
      m: outputWidth, n: outputChannels, accumulates: 0)
  }

  /// Adds one image's gradient of one kernel row. The caller sets `left` (the input row under the kernel row), `right`
  /// (the image's output gradient) and `out` (the gradient of the kernel row).
  /// - Parameter inputRowStride: the length of one padded input row, in elements.
  static func kernelRowGradient(
    kernelSize: Int, stride: Int, inputChannels: Int, outputChannels: Int, inputRowStride: Int, outputHeight: Int,
    outputWidth: Int
  ) -> KernelGEMM {
    KernelGEMM(
      left: nil, left_block_stride: stride * inputRowStride, left_k_stride: stride * inputChannels, left_m_stride: 1,
      right: nil, right_block_stride: outputWidth * outputChannels, right_k_stride: outputChannels, bias: nil,
      out: nil, out_m_stride: outputChannels, blocks: outputHeight, k: outputWidth, m: kernelSize * inputChannels,
      n: outputChannels, accumulates: 1)
  }
}
