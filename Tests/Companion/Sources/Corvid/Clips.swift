/// Changes the loudness of a clip.
///
/// - Parameters:
///   - samples: Numbers from -1 to 1.
///   - peak: Loudest sample of the result. Defaults to 1.0.
///   - floor: Samples below it become zero.
/// - Returns: The scaled samples.
public func normalized(_ samples: [Float], peak: Float = 1.0, floor: Float = 0) -> [Float] {
  precondition(peak <= 1, "peak must be at most 1, got \(peak)")
  let largest = samples.map(abs).max() ?? 1
  return samples.map { abs($0) < floor ? 0 : $0 * peak / largest }
}

/// Cuts a clip into windows.
///
/// - Parameters:
///   - samples: Numbers from -1 to 1.
///   - length: Samples of a window.
///   - stride: Samples between the starts of two windows. Defaults to 256.
/// - Returns: The windows.
public func windows(of samples: [Float], length: Int, stride: Int = 256) -> [[Float]] {
  precondition(stride > 0, "stride must be positive, got \(stride)")
  return Swift.stride(from: 0, through: samples.count - length, by: stride).map { Array(samples[$0..<$0 + length]) }
}

/// Mixes clips.
///
/// - Parameters:
///   - first: Numbers from -1 to 1.
///   - second: Numbers from -1 to 1.
///   - share: How much of the first is kept. Defaults to 0.5.
/// - Returns: The mixture.
public func mixed(_ first: [Float], _ second: [Float], share: Float = 0.5) -> [Float] {
  precondition(share <= 1, "share must be at most 1, got \(share)")
  return zip(first, second).map { share * $0 + (1 - share) * $1 }
}
