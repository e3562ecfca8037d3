/// A layer of a network that an ONNX model has no counterpart for.
public struct ONNXError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The type of the layer.
  public let layer: String

  public var description: String {
    "a layer of type \(layer) cannot be written as ONNX; leave it out, or make it ONNXExportable"
  }
}
