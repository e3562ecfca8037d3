import FoundationEssentials

/// A misclassified test image, read from mistakes.json.
public struct RecordedMistake: Sendable {
  /// The index in the test split, starting at 0.
  public let index: Int
  /// The true class.
  public let label: Int
  /// The predicted class.
  public let predicted: Int
  /// The probability of the prediction, 0 to 1.
  public let confidence: Double
  /// The height of the image, in pixels.
  public let height: Int
  /// The width of the image, in pixels.
  public let width: Int
  /// (height, width) in row-major order, 0 to 255.
  public let pixels: [UInt8]
}

extension RecordedMistake {
  /// The largest accepted height and width, in pixels.
  private static let maximumSize = 1024

  /// Reads mistakes.json; nil if there is none.
  /// - Parameter confusion: defines the valid classes; without it, any class is accepted.
  static func all(in directory: FilePath, confusion: ConfusionMatrix?) throws(ReportError) -> [RecordedMistake]? {
    guard let value = try RunFile.value(of: "mistakes.json", in: directory) else { return nil }
    let path = directory.appending("mistakes.json").string
    guard case .array(let items) = value.content else {
      throw .wrongValue(
        path: path, line: value.line, key: "mistakes", expected: "an array of objects", found: value.summary)
    }
    return try items.map { item throws(ReportError) in
      try RecordedMistake(try RunFile(item, path: path, key: "mistake"), classCount: confusion?.classNames.count)
    }
  }

  private init(_ file: RunFile, classCount: Int?) throws(ReportError) {
    index = try file.required("index", "the image index", file.count)
    label = try file.required("label", "the true class", file.count)
    predicted = try file.required("predicted", "the predicted class", file.count)
    confidence = try file.required("confidence", "a fraction from 0 to 1", file.fraction)
    height = try file.required("height", "the height in pixels", file.count)
    width = try file.required("width", "the width in pixels", file.count)
    for (key, number, limit) in [
      ("label", label, classCount ?? .max), ("predicted", predicted, classCount ?? .max),
      ("height", height, Self.maximumSize + 1), ("width", width, Self.maximumSize + 1),
    ] where number >= limit {
      throw .wrongValue(
        path: file.path, line: file.line, key: key, expected: "an integer below \(limit)", found: "\(number)")
    }
    let text = try file.required("pixels", "the pixels in base64", file.text)
    guard let data = Data(base64Encoded: text), data.count == height * width, !data.isEmpty else {
      throw .wrongValue(
        path: file.path, line: file.line, key: "pixels", expected: "\(height * width) bytes in base64",
        found: Data(base64Encoded: text).map { "\($0.count) bytes" } ?? "invalid base64")
    }
    pixels = [UInt8](data)
  }
}
