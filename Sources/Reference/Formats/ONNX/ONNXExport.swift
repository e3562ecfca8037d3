/// Exports a network as an ONNX model.
///
/// The model maps `images` (batch, channels, height, width) to `logits` (batch, classes) for any batch size, in inference
/// mode.
public struct ONNXExport {
  /// A value that flows through the graph.
  public struct Value {
    var name: String
    /// Whether the shape is (batch, channels, height, width) rather than (batch, features).
    var isImage: Bool
  }

  /// The graph under construction.
  var graph = ONNXGraph()
  private let names: [ObjectIdentifier: String]

  /// Encodes a model file.
  /// - Parameters:
  ///   - network: the network, exported with its current weights.
  ///   - metadata: additional key-value pairs, such as the pixel normalization.
  /// - Throws: `ONNXError` if a layer has no ONNX counterpart.
  public static func encode(_ network: Network, metadata: [String: String] = [:]) throws(ONNXError) -> [UInt8] {
    var export = ONNXExport(network)
    let shape = network.inputShape
    let input = Value(name: "images", isImage: shape.count == 3)
    let result = try export.add(network.body, on: input)
    // A graph needs at least one node, and its output must differ from its input.
    if result.name == input.name { _ = export.graph.add("Identity", [result.name]) }
    let sizes: [Int?] = input.isImage ? [nil, shape[2], shape[0], shape[1]] : [nil] + shape
    return export.graph.encoded(
      name: network.name, input: ONNXGraph.Port(input.name, sizes),
      output: ONNXGraph.Port("logits", [nil, network.classCount]), metadata: metadata)
  }

  /// Writes a model file atomically.
  /// - Throws: `ONNXError` or `FileError`; an existing file is then unchanged.
  public static func write(_ network: Network, to path: FilePath, metadata: [String: String] = [:]) throws {
    try AtomicFile.write(encode(network, metadata: metadata), to: path)
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

  /// Adds a parameter as an initializer, under its name in checkpoints.
  /// - Parameters:
  ///   - parameter: the parameter in the layer's own layout.
  ///   - order: the permutation of its axes; nil leaves them unchanged.
  ///   - shape: the final shape, if it differs from the permuted one.
  /// - Returns: the name of the initializer.
  mutating func add(_ parameter: Parameter, order: [Int]? = nil, shape: [Int]? = nil) -> String {
    let name = names[ObjectIdentifier(parameter)] ?? "parameter \(names.count)"
    let tensor = order.map { parameter.value.transposed($0) } ?? parameter.value
    graph.addInitializer(name, shape: shape ?? tensor.shape, values: tensor.values)
    return name
  }
}
