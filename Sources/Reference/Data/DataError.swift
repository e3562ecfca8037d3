/// A problem with a data file or dataset, and how to fix it.
public struct DataError: Error, Equatable, CustomStringConvertible {
  /// The file, directory or dataset concerned.
  public let path: String
  /// What is wrong with it.
  public let problem: Problem

  /// Creates the error for one file, directory or dataset.
  public init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// The kinds of problems.
  public enum Problem: Equatable, Sendable {
    case unknownDataset(known: [String], nearest: String?)
    case noDirectoryGiven
    case directoryNotFound
    case missingFile(contents: String, candidates: [String], dataset: String)
    case unreadable(reason: String)
    case empty
    case tooLarge(byteCount: Int, limit: Int)
    case truncated(expected: Int, found: Int)
    case trailingBytes(expected: Int)
    case wrongMagic(expected: String, found: String)
    case wrongRank(expected: Int, shape: [Int])
    case invalidGzip(reason: String)
    case invalidZip(reason: String)
    case invalidArray(reason: String)
    case invalidClassMap(line: Int, reason: String)
    case countMismatch(images: Int, labels: Int, labelsPath: String)
    case labelOutOfRange(label: Int, index: Int, classCount: Int)
    case sizeMismatch(training: [Int], test: [Int])
    case datasetMismatch(expected: String, found: String)
  }

  public var description: String { "\(path): \(problem)" }
}

extension DataError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownDataset(let known, let nearest):
      let suggestion = nearest.map { "; did you mean '\($0)'?" } ?? ""
      return "unknown dataset; choose from \(known.joined(separator: ", "))\(suggestion)"
    case .noDirectoryGiven:
      return "its files are not bundled; give their directory with --data DIR or MLLINT_DATA"
    case .directoryNotFound:
      return "no such directory; give the directory of the data files with --data DIR or MLLINT_DATA"
    case .missingFile(let contents, let candidates, let dataset):
      return """
        no \(contents) of \(dataset) found (looked for \(candidates.joined(separator: ", "))); add one of these files, or \
        give another directory with --data DIR
        """
    case .unreadable(let reason): return "cannot be read: \(reason)"
    case .empty: return "the file is empty; download it again"
    case .tooLarge(let byteCount, let limit):
      return
        "declares \(byteCount) bytes of data, more than the limit of \(limit); the file is corrupt or is not an image "
        + "dataset"
    case .truncated(let expected, let found):
      return "truncated: expected \(expected) bytes of data, found \(found); download it again"
    case .trailingBytes(let expected):
      return "expected \(expected) bytes of data, found more, so the header is wrong; download it again"
    case .wrongMagic(let expected, let found):
      return "expected \(expected), found \(found); check that this is the right file"
    case .wrongRank(let expected, let shape):
      return "expected \(expected == 1 ? "1 axis (labels)" : "\(expected) axes (images)"), found shape \(shape)"
    case .invalidGzip(let reason): return "invalid gzip stream: \(reason); download the file again"
    case .invalidZip(let reason): return "invalid zip archive: \(reason)"
    case .invalidArray(let reason): return "invalid NPY array: \(reason)"
    case .invalidClassMap(let line, let reason):
      return "line \(line): \(reason); expected the header index,codepoint,char, then lines such as 0,U+304A,お"
    case .countMismatch(let images, let labels, let labelsPath):
      return "has \(images) images, but \(labelsPath) has \(labels) labels; use files from the same source"
    case .labelOutOfRange(let label, let index, let classCount):
      return "label \(label) at index \(index) is out of range; expected 0 to \(classCount - 1)"
    case .sizeMismatch(let training, let test):
      return "training images are \(training) pixels, but test images are \(test); use files from the same source"
    case .datasetMismatch(let expected, let found):
      return "this file belongs to \(found), not \(expected); pass --dataset \(found) or another --data directory"
    }
  }
}
