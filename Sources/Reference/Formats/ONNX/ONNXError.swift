/// A layer without an ONNX counterpart.
public struct ONNXError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The type of the layer.
  public let layer: String

  public var description: String {
    "layer '\(layer)' cannot be exported to ONNX; remove it, or make it conform to ONNXExportable"
  }
}
