/// The protocol buffer encoding, with the field numbers of onnx.proto
/// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
extension ONNXGraph {
  /// Encodes a model file.
  /// - Parameters:
  ///   - name: the name of the graph.
  ///   - input: the input of the graph.
  ///   - output: the output of the graph: the value of the last node.
  ///   - metadata: additional key-value pairs.
  public func encoded(name: String, input: Port, output: Port, metadata: [String: String] = [:]) -> [UInt8] {
    ProtocolBuffer { model in
      model.integer(1, Self.formatVersion)
      model.text(2, "mllint")
      model.message(7) { graph in
        for (index, node) in nodes.enumerated() {
          let name = index == nodes.count - 1 ? output.name : node.output
          graph.message(1) { Self.encode(node, output: name, &$0) }
        }
        graph.text(2, name)
        for initializer in initializers { graph.block(5, initializer) }
        graph.message(11) { Self.encode(input, &$0) }
        graph.message(12) { Self.encode(output, &$0) }
      }
      model.message(8) { $0.integer(2, Self.operatorSet) }
      for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
        model.message(14) {
          $0.text(1, key)
          $0.text(2, value)
        }
      }
    }.bytes
  }

  private static let formatVersion = 8
  private static let operatorSet = 13

  /// Values of TensorProto.DataType.
  private enum ElementType { static let float = 1 }

  /// Encodes a TensorProto.
  static func encode(_ name: String, _ shape: [Int], _ values: [Float]) -> [UInt8] {
    ProtocolBuffer {
      $0.integers(1, shape)
      $0.integer(2, ElementType.float)
      $0.text(8, name)
      $0.block(9, values.withUnsafeBytes { Array($0) })
    }.bytes
  }

  private static func encode(_ node: Node, output: String, _ message: inout ProtocolBuffer) {
    for input in node.inputs { message.text(1, input) }
    message.text(2, output)
    message.text(3, node.output)
    message.text(4, node.operation)
    for (name, attribute) in node.attributes {
      message.message(5) {
        $0.text(1, name)
        switch attribute {
        case .float(let value):
          $0.float(2, value)
          $0.integer(20, 1)
        case .integer(let value):
          $0.integer(3, value)
          $0.integer(20, 2)
        case .integers(let values):
          $0.integers(8, values)
          $0.integer(20, 7)
        }
      }
    }
  }

  private static func encode(_ port: Port, _ message: inout ProtocolBuffer) {
    message.text(1, port.name)
    message.message(2) { type in
      type.message(1) { tensor in
        tensor.integer(1, ElementType.float)
        tensor.message(2) { shape in
          for size in port.shape {
            shape.message(1) { if let size { $0.integer(1, size) } else { $0.text(2, "batch") } }
          }
        }
      }
    }
  }
}
