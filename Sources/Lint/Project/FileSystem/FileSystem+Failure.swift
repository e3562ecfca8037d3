#if canImport(Glibc)
  import Glibc
#endif

extension FileSystem {
  /// Why a file cannot be read or written.
  package struct Failure: Error, Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
      /// The system refused, with this error number.
      case system(Int32)
      /// A device, pipe or socket: reading it may never finish, or never start.
      case notRegular(String)
      /// The size in bytes, nil if unknown, and the limit it exceeds.
      case tooLarge(Int?, limit: Int)
    }

    package let cause: Cause
    /// The state of the file after a failed write.
    var consequence: String?

    init(_ cause: Cause) { self.cause = cause }
    package init(_ number: Int32) { self.init(.system(number)) }

    /// What is wrong, in lower case, to follow "cannot be read: ".
    package var reason: String {
      let reason =
        switch cause {
        case .system(let number): String(cString: strerror(number)).lowercased()
        case .notRegular(let kind): "it is a \(kind), not a regular file"
        case .tooLarge(let size?, let limit):
          "it is \(Self.amount(size, beside: limit)), more than the limit of \(Self.amount(limit))"
        case .tooLarge(nil, let limit): "it is larger than the limit of \(Self.amount(limit))"
        }
      return consequence.map { "\(reason); \($0)" } ?? reason
    }

    package var isMissing: Bool { cause == .system(ENOENT) || cause == .system(ENOTDIR) }
    var isFolder: Bool { cause == .system(EISDIR) }

    func adding(_ consequence: String) -> Failure {
      var failure = self
      failure.consequence = consequence
      return failure
    }

    /// `20 MB`; in bytes if rounding would hide the difference from the limit.
    private static func amount(_ size: Int, beside limit: Int? = nil) -> String {
      let megabytes = size >> 20
      return megabytes == 0 || megabytes == limit.map { $0 >> 20 } ? "\(size) bytes" : "\(megabytes) MB"
    }
  }
}
