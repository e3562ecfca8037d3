/// A computation graph in the Open Neural Network Exchange format, opset 13.
public struct ONNXGraph: Sendable {
  /// The value of a node attribute.
  public enum Attribute: Sendable {
    case float(Float)
    case integer(Int)
    case integers([Int])
  }

  /// An input or output of the graph.
  public struct Port: Sendable {
    var name: String
    var shape: [Int?]

    /// - Parameters:
    ///   - name: the name that users of the model feed or fetch.
    ///   - shape: the size of each axis; nil for a dynamic size, such as the batch.
    public init(_ name: String, _ shape: [Int?]) {
      self.name = name
      self.shape = shape
    }
  }

  /// One operation.
  struct Node {
    var operation: String
    var inputs: [String]
    var output: String
    var attributes: KeyValuePairs<String, Attribute>
  }

  private(set) var nodes: [Node] = []
  /// Encoded TensorProto messages, so that large weights are copied only once.
  private(set) var initializers: [[UInt8]] = []

  /// Creates an empty graph.
  public init() {}

  /// Adds a constant float32 tensor, such as weights.
  /// - Parameters:
  ///   - name: a unique name, which nodes use as an input.
  ///   - shape: the size of each axis.
  ///   - values: the elements in row-major order.
  public mutating func addInitializer(_ name: String, shape: [Int], values: [Float]) {
    initializers.append(Self.encode(name, shape, values))
  }

  /// Adds a node.
  /// - Parameters:
  ///   - operation: an operator of https://onnx.ai/onnx/operators.
  ///   - inputs: the names of its inputs, in the operator's order.
  ///   - attributes: the operator's attributes.
  /// - Returns: the name of its output.
  public mutating func add(
    _ operation: String, _ inputs: [String], _ attributes: KeyValuePairs<String, Attribute> = [:]
  ) -> String {
    let output = "\(operation)_\(nodes.count)"
    nodes.append(Node(operation: operation, inputs: inputs, output: output, attributes: attributes))
    return output
  }
}
