import FoundationEssentials

/// Writes metrics to a TensorBoard event file, which TensorBoard can display while the run is in progress.
///
/// Readers stop at a corrupt record, so each record is appended in one write, and a resumed run starts a new file. Field
/// numbers are those of event.proto and summary.proto in TensorFlow.
public final class TensorBoardWriter {
  /// The event file, `events.out.tfevents.SECONDS.HOST.PROCESS`.
  public let path: FilePath
  private let file: AppendOnlyFile

  /// Creates a new event file.
  /// - Parameter directory: the directory for the file; TensorBoard shows each directory as one run.
  /// - Throws: `FileError` if the file cannot be created.
  public init(directory: FilePath) throws(FileError) {
    (path, file) = try Self.newFile(in: directory)
    try add { $0.text(Event.fileVersion, "brain.Event:2") }
  }

  /// Adds a point to a scalar curve.
  /// - Parameters:
  ///   - tag: the name of the curve; a prefix up to a slash groups curves.
  ///   - value: the value.
  ///   - step: the training step.
  public func scalar(_ tag: String, _ value: Float, step: Int) throws(FileError) {
    try add(tag, step) { $0.float(Summary.scalar, value) }
  }

  /// Adds a grayscale image.
  /// - Parameters:
  ///   - tag: the name of the image.
  ///   - height: in pixels, at least 1.
  ///   - width: in pixels, at least 1.
  ///   - pixels: (height × width) in row-major order, 0 (black) to 255 (white).
  ///   - step: the training step.
  public func image(_ tag: String, height: Int, width: Int, pixels: [UInt8], step: Int) throws(FileError) {
    try add(tag, step) { value in
      value.message(Summary.image) {
        $0.integer(Image.height, height)
        $0.integer(Image.width, width)
        $0.integer(Image.colorSpace, 1)
        $0.block(Image.encoded, PNG.encode(height: height, width: width, gray: pixels))
      }
    }
  }

  /// Adds a histogram, for example of a layer's weights. NaN and infinities are ignored.
  /// - Parameters:
  ///   - tag: the name of the histogram.
  ///   - values: the samples.
  ///   - step: the training step.
  public func histogram(_ tag: String, _ values: [Float], step: Int) throws(FileError) {
    let histogram = Histogram(values)
    try add(tag, step) { $0.block(Summary.histogram, histogram.encoded) }
  }

  /// Waits until everything is on disk. Other processes see each record immediately.
  public func flush() throws(FileError) { try file.synchronize() }

  private func add(_ tag: String, _ step: Int, _ fill: (inout ProtocolBuffer) -> Void) throws(FileError) {
    try add { event in
      event.integer(Event.step, step)
      event.message(Event.summary) { summary in
        summary.message(Summary.value) { value in
          value.text(Summary.tag, tag)
          fill(&value)
        }
      }
    }
  }

  private func add(_ fill: (inout ProtocolBuffer) -> Void) throws(FileError) {
    let event = ProtocolBuffer { event in
      event.double(Event.wallTime, Date().timeIntervalSince1970)
      fill(&event)
    }
    try file.append(EventRecord.framed(event.bytes))
  }

  // The field numbers of event.proto and summary.proto.
  private enum Event { static let wallTime = 1, step = 2, fileVersion = 3, summary = 5 }
  private enum Summary { static let value = 1, tag = 1, scalar = 2, image = 4, histogram = 5 }
  private enum Image { static let height = 1, width = 2, colorSpace = 3, encoded = 4 }
}
