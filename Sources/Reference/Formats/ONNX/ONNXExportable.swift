/// A layer that an ONNX graph can compute.
public protocol ONNXExportable: Layer {
  /// Adds the layer's nodes.
  /// - Parameters:
  ///   - input: what the layer works on.
  ///   - export: what the nodes are added to.
  /// - Returns: the layer's output.
  func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value
}

extension Sequential: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    var value = input
    for layer in layers { value = try export.add(layer, on: value) }
    return value
  }
}

extension Residual: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let start = try entry?.export(input, to: &export) ?? input
    let change = try branch.export(start, to: &export)
    let base = try shortcut?.export(start, to: &export) ?? start
    return ONNXExport.Value(name: export.graph.add("Add", [change.name, base.name]), isImage: change.isImage)
  }
}

extension Convolution: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let weights = export.add(weights, order: [3, 2, 0, 1])
    let inputs = [input.name, weights] + (bias.map { [export.add($0)] } ?? [])
    let margin = padding == .same ? kernelSize / 2 : 0
    let output = export.graph.add(
      "Conv", inputs,
      [
        "kernel_shape": .integers([kernelSize, kernelSize]), "strides": .integers([stride, stride]),
        "pads": .integers([margin, margin, margin, margin]),
      ])
    return ONNXExport.Value(name: output, isImage: true)
  }
}

extension DepthwiseConvolution: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let weights = export.add(weights, order: [2, 0, 1], shape: [channels, 1, kernelSize, kernelSize])
    let margin = kernelSize / 2
    let output = export.graph.add(
      "Conv", [input.name, weights],
      [
        "kernel_shape": .integers([kernelSize, kernelSize]), "strides": .integers([stride, stride]),
        "pads": .integers([margin, margin, margin, margin]), "group": .integer(channels),
      ])
    return ONNXExport.Value(name: output, isImage: true)
  }
}

extension Dense: ONNXExportable {
  /// Images are read row, column, channel, while those of ONNX lie channel, row, column.
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    var numbers = input.name
    if input.isImage {
      let rows = export.graph.add("Transpose", [numbers], ["perm": .integers([0, 2, 3, 1])])
      numbers = export.graph.add("Flatten", [rows], ["axis": .integer(1)])
    }
    let output = export.graph.add("Gemm", [numbers, export.add(weights), export.add(bias)])
    return ONNXExport.Value(name: output, isImage: false)
  }
}

extension BatchNormalization: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let statistics = [scale, shift, runningMean, runningVariance].map { export.add($0) }
    var output = export.graph.add("BatchNormalization", [input.name] + statistics, ["epsilon": .float(epsilon)])
    if rectifies { output = export.graph.add("Relu", [output]) }
    return ONNXExport.Value(name: output, isImage: input.isImage)
  }
}

extension ReLU: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    ONNXExport.Value(name: export.graph.add("Relu", [input.name]), isImage: input.isImage)
  }
}

extension MaximumPool: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let output = export.graph.add(
      "MaxPool", [input.name], ["kernel_shape": .integers([size, size]), "strides": .integers([size, size])])
    return ONNXExport.Value(name: output, isImage: true)
  }
}

extension GlobalAveragePool: ONNXExportable {
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    let means = export.graph.add("GlobalAveragePool", [input.name])
    return ONNXExport.Value(name: export.graph.add("Flatten", [means], ["axis": .integer(1)]), isImage: false)
  }
}

extension Dropout: ONNXExportable {
  /// Outside training nothing is dropped.
  public func export(_ input: ONNXExport.Value, to export: inout ONNXExport) throws(ONNXError) -> ONNXExport.Value {
    input
  }
}
