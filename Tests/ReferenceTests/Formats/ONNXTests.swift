import Reference
import Testing

@Suite struct ONNXTests {
  /// A layer without an ONNX counterpart.
  private final class Unknown: Layer {
    func forward(_ input: Tensor, _ pass: Pass) -> Tensor { input }
    func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? { outputGradient }
  }

  @Test func unsupportedLayerThrows() throws {
    let network = try Network(name: "odd", inputShape: [2], classCount: 2, layers: [Unknown()])
    let error = #expect(throws: ONNXError.self) { try ONNXExport.encode(network) }
    #expect(
      error?.description
        == "layer 'Unknown' cannot be exported to ONNX; remove it, or make it conform to ONNXExportable")
  }

  @Test func failedExportKeepsExistingFile() throws {
    let directory = try TemporaryDirectory()
    try AtomicFile.write([1], to: directory.file("model.onnx"))
    let network = try Network(name: "odd", inputShape: [2], classCount: 2, layers: [Unknown()])
    #expect(throws: ONNXError.self) { try ONNXExport.write(network, to: directory.file("model.onnx")) }
    #expect(try directory.bytes("model.onnx") == [1])
  }

  /// A graph with one addition, encoded by hand according to onnx.proto.
  @Test func encodingMatchesProto() {
    var graph = ONNXGraph()
    graph.addInitializer("b", shape: [1], values: [1])
    let sum = graph.add("Add", ["x", "b"], ["axis": .integer(1)])
    #expect(sum == "Add_0")
    let bytes = graph.encoded(name: "g", input: ONNXGraph.Port("x", [nil, 1]), output: ONNXGraph.Port("y", [nil, 1]))
    let node =
      field(1, "x") + field(1, "b") + field(2, "y") + field(3, "Add_0") + field(4, "Add")
      + field(5, field(1, "axis") + [0x18, 1, 0xa0, 1, 2])
    let initializer: [UInt8] = field(1, [1]) + [0x10, 1] + field(8, "b") + field(9, [0, 0, 0x80, 0x3f])
    let shape = field(2, field(1, field(2, "batch")) + field(1, [8, 1]))
    let ports = [11: "x", 12: "y"].sorted { $0.key < $1.key }.flatMap { number, name in
      field(number, field(1, name) + field(2, field(1, [8, 1] + shape)))
    }
    let body = field(1, node) + field(2, "g") + field(5, initializer) + ports
    #expect(bytes == [8, 8] + field(2, "mllint") + field(7, body) + field(8, [0x10, 13]))
  }

  private func field(_ number: Int, _ text: String) -> [UInt8] { field(number, Array(text.utf8)) }

  private func field(_ number: Int, _ contents: [UInt8]) -> [UInt8] {
    let length =
      contents.count < 128 ? [UInt8(contents.count)] : [UInt8(contents.count % 128 + 128), UInt8(contents.count / 128)]
    return [UInt8(number << 3 | 2)] + length + contents
  }
}
