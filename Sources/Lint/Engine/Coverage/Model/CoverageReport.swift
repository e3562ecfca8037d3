import LintModel
import LintSerialization

/// What one tool measured, file by file.
package struct CoverageReport: Sendable {
  package enum Kind: String, Sendable {
    case coveragePy = "coverage.py JSON"
    case cobertura = "Cobertura XML"
    case lcov = "LCOV"
    case llvm = "llvm-cov JSON"
  }

  package struct File: Sendable {
    /// As the report has it.
    package var path: String
    package var lines: LineCoverage
  }

  package var kind: Kind
  /// As the user named it.
  package var name: String
  /// When it was made by its own account, in seconds since 1970; nil if it does not say.
  package var time: Double?
  /// Folders that its relative paths start from.
  package var sources: [String] = []
  package var files: [File] = []

  init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// Adds lines of a file, which a report may name more than once.
  mutating func add(_ lines: LineCoverage, to path: String) {
    if let index = files.last?.path == path ? files.indices.last : nil {
      files[index].lines.merge(lines)
    } else {
      files.append(File(path: path, lines: lines))
    }
  }
}

/// Why a coverage report cannot be used, and what to do.
package struct CoverageError: Error, Sendable, CustomStringConvertible {
  /// The place in the report; nil if the report as a whole is meant.
  package var mark: Mark?
  package var message: String
  package var description: String { (mark.map { "\($0): " } ?? "") + message }

  init(_ message: String, at mark: Mark? = nil) {
    self.message = message
    self.mark = mark
  }

  /// - Parameters:
  ///   - message: what is wrong, and what to do.
  ///   - offset: of the byte at which it was noticed.
  ///   - bytes: the whole report.
  ///   - name: what messages call the report.
  init(_ message: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, of name: String) {
    self.init(message, at: Mark.of(offset, in: bytes, path: name))
  }
}
