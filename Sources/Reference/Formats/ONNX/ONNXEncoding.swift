/// The wire format; the numbers of the fields are those of onnx.proto
/// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
extension ONNXGraph {
  /// The bytes of a model file.
  /// - Parameters:
  ///   - name: what the graph is called.
  ///   - input: what it takes.
  ///   - output: what it gives: the value of the last node.
  ///   - metadata: what else the file says.
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
        for constant in constants { graph.block(5, constant) }
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

  /// How numbers are stored, by the number in TensorProto.DataType.
  private enum ElementType { static let float = 1 }

  /// A constant as a TensorProto.
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
          for extent in port.shape {
            shape.message(1) { if let extent { $0.integer(1, extent) } else { $0.text(2, "batch") } }
          }
        }
      }
    }
  }
}
