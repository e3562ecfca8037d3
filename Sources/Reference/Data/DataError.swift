/// What is wrong with a file of data, or with what was asked for, and what to do about it.
public struct DataError: Error, Equatable, CustomStringConvertible {
  /// The file, the folder or the data set that the error is about.
  public let path: String
  /// What is wrong with it.
  public let problem: Problem

  /// Makes the error of one file, folder or data set.
  public init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// Everything that can be wrong.
  public enum Problem: Equatable, Sendable {
    case unknownDataset(known: [String], nearest: String?)
    case noFolderGiven
    case noSuchFolder
    case missingFile(what: String, lookedFor: [String], dataset: String)
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
    case countsDisagree(images: Int, labels: Int, labelsPath: String)
    case labelOutOfRange(label: Int, index: Int, classCount: Int)
    case sizesDisagree(training: [Int], test: [Int])
    case otherDataset(asked: String, found: String)
  }

  public var description: String { "\(path): \(problem)" }
}

extension DataError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownDataset(let known, let nearest):
      let guess = nearest.map { "; did you mean '\($0)'?" } ?? ""
      return "there is no data set of this name, known are \(known.joined(separator: ", "))\(guess)"
    case .noFolderGiven:
      return "its files are not part of mllint; name the folder that holds them with --data DIR or MLLINT_DATA"
    case .noSuchFolder:
      return
        "expected a folder of data, found none; name the folder that holds the files with --data DIR or MLLINT_DATA"
    case .missingFile(let what, let lookedFor, let dataset):
      return """
        found no \(what) of \(dataset), looked for \(lookedFor.joined(separator: ", ")); put one of them there, or name \
        another folder with --data DIR
        """
    case .unreadable(let reason): return "cannot be read: \(reason)"
    case .empty: return "the file is empty, expected an array; fetch it again"
    case .tooLarge(let byteCount, let limit):
      return """
        announces \(byteCount) bytes of content where at most \(limit) are taken; this is no data set of small images, or \
        a file made to fill the memory
        """
    case .truncated(let expected, let found):
      return "expected \(expected) bytes of content, found \(found): the file was cut off; fetch it again"
    case .trailingBytes(let expected):
      return "expected \(expected) bytes of content, found more: the header and the content disagree; fetch it again"
    case .wrongMagic(let expected, let found):
      return "expected \(expected), found \(found); check that this is the file that was meant"
    case .wrongRank(let expected, let shape):
      return "expected \(expected) dimensions (\(expected == 1 ? "labels" : "images")), found the shape \(shape)"
    case .invalidGzip(let reason): return "the gzip stream is damaged: \(reason); fetch the file again"
    case .invalidZip(let reason): return "the zip archive cannot be read: \(reason)"
    case .invalidArray(let reason): return "the NPY array cannot be read: \(reason)"
    case .invalidClassMap(let line, let reason):
      return "line \(line): \(reason); expected the header index,codepoint,char and then lines such as 0,U+304A,お"
    case .countsDisagree(let images, let labels, let labelsPath):
      return "holds \(images) images, but \(labelsPath) holds \(labels) labels; take both files from the same source"
    case .labelOutOfRange(let label, let index, let classCount):
      return
        "label \(label) at index \(index) is out of range, expected 0 to \(classCount - 1) for \(classCount) classes"
    case .sizesDisagree(let training, let test):
      return "the training images are \(training) pixels, the test images \(test); take both from the same source"
    case .otherDataset(let asked, let found):
      return "this is a file of \(found), but \(asked) was asked for; ask for \(found) or name another folder"
    }
  }
}
