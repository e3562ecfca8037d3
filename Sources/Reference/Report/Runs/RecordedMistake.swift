import Foundation

/// An image of the test split that was read as another class.
public struct RecordedMistake: Sendable {
  /// The image's place in the test split, from 0.
  public let index: Int
  /// The true class.
  public let label: Int
  /// The class that it was read as.
  public let predicted: Int
  /// The probability that the network gave to `predicted`.
  public let confidence: Double
  /// The height of the image, in pixels.
  public let height: Int
  /// The width of the image, in pixels.
  public let width: Int
  /// The brightness of every pixel, row by row.
  public let pixels: [UInt8]
}

extension RecordedMistake {
  /// No image of a data set of this kind is larger, in pixels a side.
  private static let largestSide = 1024

  /// Reads mistakes.json; nil if there is none.
  /// - Parameter confusion: says which classes there are; without it every class number is taken.
  static func all(in folder: URL, confusion: ConfusionMatrix?) throws(ReportError) -> [RecordedMistake]? {
    guard let value = try RunFile.value(of: "mistakes.json", in: folder) else { return nil }
    let path = folder.appending(path: "mistakes.json").relativePath
    guard case .array(let items) = value.content else {
      throw .wrongValue(
        path: path, line: value.line, key: "mistakes", expected: "an array of objects", found: value.summary)
    }
    return try items.map { item throws(ReportError) in
      try RecordedMistake(try RunFile(item, path: path, key: "mistake"), classCount: confusion?.classNames.count)
    }
  }

  private init(_ file: RunFile, classCount: Int?) throws(ReportError) {
    index = try file.required("index", "the number of the image", file.count)
    label = try file.required("label", "the true class", file.count)
    predicted = try file.required("predicted", "the class that the image was read as", file.count)
    confidence = try file.required("confidence", "a fraction from 0 to 1", file.fraction)
    height = try file.required("height", "the height in pixels", file.count)
    width = try file.required("width", "the width in pixels", file.count)
    for (key, number, limit) in [
      ("label", label, classCount ?? .max), ("predicted", predicted, classCount ?? .max),
      ("height", height, Self.largestSide + 1), ("width", width, Self.largestSide + 1),
    ] where number >= limit {
      throw .wrongValue(
        path: file.path, line: file.line, key: key, expected: "a whole number below \(limit)", found: "\(number)")
    }
    let text = try file.required("pixels", "the pixels in base64", file.text)
    guard let data = Data(base64Encoded: text), data.count == height * width, !data.isEmpty else {
      throw .wrongValue(
        path: file.path, line: file.line, key: "pixels", expected: "\(height * width) bytes in base64",
        found: Data(base64Encoded: text).map { "\($0.count) bytes" } ?? "a text that is not base64")
    }
    pixels = [UInt8](data)
  }
}
