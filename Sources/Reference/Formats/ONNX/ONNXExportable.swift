/// A layer that can be exported to ONNX.
public protocol ONNXExportable: Layer {
  /// Adds the layer's nodes.
  /// - Parameters:
  ///   - input: the input of the layer.
  ///   - export: the export to add the nodes to.
  /// - Returns: the output of the layer.
  func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value
}

extension Sequential: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    var value = input
    for layer in layers { value = try export.add(layer, on: value) }
    return value
  }
}

extension ResidualBlock: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let start = try stem?.export(input, to: &export) ?? input
    let residual = try branch.export(start, to: &export)
    let identity = try shortcut?.export(start, to: &export) ?? start
    return ONNXExport.Value(name: export.graph.add("Add", [residual.name, identity.name]), isImage: residual.isImage)
  }
}

extension Conv2D: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let weights = export.add(weights, order: [3, 2, 0, 1])
    let inputs = [input.name, weights] + (bias.map { [export.add($0)] } ?? [])
    let output = export.graph.add(
      "Conv", inputs,
      [
        "kernel_shape": .integers([kernelSize, kernelSize]), "strides": .integers([stride, stride]),
        "pads": .integers(Array(repeating: paddingSize, count: 4)),
      ])
    return ONNXExport.Value(name: output, isImage: true)
  }
}

extension DepthwiseConv2D: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let weights = export.add(weights, order: [2, 0, 1], shape: [channels, 1, kernelSize, kernelSize])
    let output = export.graph.add(
      "Conv", [input.name, weights],
      [
        "kernel_shape": .integers([kernelSize, kernelSize]), "strides": .integers([stride, stride]),
        "pads": .integers(Array(repeating: kernelSize / 2, count: 4)), "group": .integer(channels),
      ])
    return ONNXExport.Value(name: output, isImage: true)
  }
}

extension Dense: ONNXExportable {
  /// Transposes images to the channels-last order of our weights before flattening.
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    var features = input.name
    if input.isImage {
      let transposed = export.graph.add("Transpose", [features], ["perm": .integers([0, 2, 3, 1])])
      features = export.graph.add("Flatten", [transposed], ["axis": .integer(1)])
    }
    let output = export.graph.add("Gemm", [features, export.add(weights), export.add(bias)])
    return ONNXExport.Value(name: output, isImage: false)
  }
}

extension BatchNormalization: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let inputs = [gamma, beta, runningMean, runningVariance].map { export.add($0) }
    var output = export.graph.add("BatchNormalization", [input.name] + inputs, ["epsilon": .float(epsilon)])
    if appliesReLU { output = export.graph.add("Relu", [output]) }
    return ONNXExport.Value(name: output, isImage: input.isImage)
  }
}

extension ReLU: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    ONNXExport.Value(name: export.graph.add("Relu", [input.name]), isImage: input.isImage)
  }
}

extension MaxPool2D: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let output = export.graph.add(
      "MaxPool", [input.name], ["kernel_shape": .integers([size, size]), "strides": .integers([size, size])])
    return ONNXExport.Value(name: output, isImage: true)
  }
}

extension GlobalAveragePool2D: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let means = export.graph.add("GlobalAveragePool", [input.name])
    return ONNXExport.Value(name: export.graph.add("Flatten", [means], ["axis": .integer(1)]), isImage: false)
  }
}

extension Dropout: ONNXExportable {
  /// The identity: nothing is dropped in inference.
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    input
  }
}
