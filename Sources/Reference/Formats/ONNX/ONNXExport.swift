import Foundation

/// Writes a network as an ONNX model, for the many programs that run those.
///
/// The model takes `images` (batch, channels, height, width), as is usual there, and gives `logits` (batch, classes), for
/// any batch. It computes what the network does outside training.
public struct ONNXExport {
  /// A value that flows through the graph.
  public struct Value {
    var name: String
    /// Whether it is (batch, channels, height, width) rather than (batch, numbers).
    var isImage: Bool
  }

  /// The graph so far.
  var graph = ONNXGraph()
  private let names: [ObjectIdentifier: String]

  /// The bytes of a model file.
  /// - Parameters:
  ///   - network: what is written, with its weights as they are.
  ///   - metadata: what else the file says, such as how pixels become numbers.
  /// - Throws: `ONNXError` for a network with a layer that has no counterpart.
  public static func encode(_ network: Network, metadata: [String: String] = [:]) throws(ONNXError) -> [UInt8] {
    var export = ONNXExport(network)
    let shape = network.inputShape
    let input = Value(name: "images", isImage: shape.count == 3)
    let result = try export.add(network.body, on: input)
    // A graph needs a node, and its output may not be its input.
    if result.name == input.name { _ = export.graph.add("Identity", [result.name]) }
    let extents: [Int?] = input.isImage ? [nil, shape[2], shape[0], shape[1]] : [nil] + shape
    return export.graph.encoded(
      name: network.name, input: ONNXGraph.Port(input.name, extents),
      output: ONNXGraph.Port("logits", [nil, network.classCount]), metadata: metadata)
  }

  /// Writes a model file, or leaves the one that is there.
  /// - Throws: `ONNXError` or `FileError`.
  public static func write(_ network: Network, to url: URL, metadata: [String: String] = [:]) throws {
    try AtomicFile.write(encode(network, metadata: metadata), to: url)
  }

  private init(_ network: Network) {
    names = Dictionary(
      network.namedParameters.map { (ObjectIdentifier($0.parameter), $0.name) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Adds the nodes of a layer.
  mutating func add(_ layer: any Layer, on input: Value) throws(ONNXError) -> Value {
    guard let exportable = layer as? any ONNXExportable else { throw ONNXError(layer: "\(type(of: layer))") }
    return try exportable.export(input, to: &self)
  }

  /// Adds a parameter as a constant, under the name that checkpoints have for it.
  /// - Parameters:
  ///   - parameter: (axes...), as the layer keeps it.
  ///   - order: which of the parameter's axes each axis of the constant is; nil leaves them as they are.
  ///   - shape: the constant's shape, if more than the order of the axes changes.
  /// - Returns: what nodes call it.
  mutating func add(_ parameter: Parameter, order: [Int]? = nil, shape: [Int]? = nil) -> String {
    let name = names[ObjectIdentifier(parameter)] ?? "parameter \(names.count)"
    let tensor = order.map { parameter.value.transposed($0) } ?? parameter.value
    graph.addConstant(name, shape: shape ?? tensor.shape, values: tensor.values)
    return name
  }
}
