import Foundation

/// Writes what a run measures to an event file, where TensorBoard draws it while the run goes on.
///
/// A reader stops for good at a damaged record, so each is written as a whole at once, and a run that resumes begins a
/// new file. Source: event.proto and summary.proto of TensorFlow.
public final class TensorBoardWriter {
  /// The event file, `events.out.tfevents.SECONDS.HOST.PROCESS`.
  public let url: URL
  private let file: AppendedFile

  /// Begins a new event file.
  /// - Parameter folder: where the file is put; TensorBoard shows every such folder as one run.
  /// - Throws: `FileError`.
  public init(folder: URL) throws(FileError) {
    (url, file) = try Self.newFile(in: folder)
    try add { $0.text(Event.fileVersion, "brain.Event:2") }
  }

  /// Adds a point to a curve.
  /// - Parameters:
  ///   - tag: the curve; what stands before a slash groups curves.
  ///   - value: what was measured.
  ///   - step: how many steps the run had made.
  public func scalar(_ tag: String, _ value: Float, step: Int) throws(FileError) {
    try add(tag, step) { $0.float(Summary.scalar, value) }
  }

  /// Adds a grey image.
  /// - Parameters:
  ///   - tag: what the image shows.
  ///   - height: in pixels, at least 1.
  ///   - width: in pixels, at least 1.
  ///   - pixels: the brightness of every pixel, 0 black ... 255 white, row by row.
  ///   - step: how many steps the run had made.
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

  /// Adds how numbers are distributed, such as the weights of a layer. Numbers that are not finite are left out.
  /// - Parameters:
  ///   - tag: what the numbers are.
  ///   - values: the numbers, in any order.
  ///   - step: how many steps the run had made.
  public func histogram(_ tag: String, _ values: [Float], step: Int) throws(FileError) {
    let histogram = Histogram(values)
    try add(tag, step) { $0.block(Summary.histogram, histogram.encoded) }
  }

  /// Waits until the disk holds everything, so that it outlasts a power cut. Other programs see every record at once.
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
}

/// The numbers of the fields, from TensorFlow's event.proto and summary.proto.
private enum Event { static let wallTime = 1, step = 2, fileVersion = 3, summary = 5 }
private enum Summary { static let value = 1, tag = 1, scalar = 2, image = 4, histogram = 5 }
private enum Image { static let height = 1, width = 2, colorSpace = 3, encoded = 4 }
