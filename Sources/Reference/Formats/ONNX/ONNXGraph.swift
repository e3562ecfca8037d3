/// A computation graph in the Open Neural Network Exchange format, operator set 13.
public struct ONNXGraph: Sendable {
  /// A setting of a node.
  public enum Attribute: Sendable {
    case float(Float)
    case integer(Int)
    case integers([Int])
  }

  /// What a graph takes or gives; an extent of nil is free.
  public struct Port: Sendable {
    var name: String
    var shape: [Int?]

    /// - Parameters:
    ///   - name: what users of the graph call it.
    ///   - shape: the extent of every axis; nil where any extent will do, as for a batch.
    public init(_ name: String, _ shape: [Int?]) {
      self.name = name
      self.shape = shape
    }
  }

  /// One operation on named values.
  struct Node {
    var operation: String
    var inputs: [String]
    var output: String
    var attributes: KeyValuePairs<String, Attribute>
  }

  private(set) var nodes: [Node] = []
  /// As encoded messages, so that large weights are copied once.
  private(set) var constants: [[UInt8]] = []

  /// Makes a graph without nodes.
  public init() {}

  /// Adds a constant of 32-bit floating-point numbers, such as weights.
  /// - Parameters:
  ///   - name: what nodes call it; each name is used once.
  ///   - shape: the extent of every axis.
  ///   - values: the numbers, the last axis contiguous.
  public mutating func addConstant(_ name: String, shape: [Int], values: [Float]) {
    constants.append(Self.encode(name, shape, values))
  }

  /// Adds an operation.
  /// - Parameters:
  ///   - operation: one of the operators at https://onnx.ai/onnx/operators.
  ///   - inputs: what it works on, in the operator's order.
  ///   - attributes: its settings.
  /// - Returns: what its output is called.
  public mutating func add(
    _ operation: String, _ inputs: [String], _ attributes: KeyValuePairs<String, Attribute> = [:]
  ) -> String {
    let output = "\(operation)_\(nodes.count)"
    nodes.append(Node(operation: operation, inputs: inputs, output: output, attributes: attributes))
    return output
  }
}
