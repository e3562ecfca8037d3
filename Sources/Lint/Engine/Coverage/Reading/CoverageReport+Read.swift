extension CoverageReport {
  /// Reads a report; its content tells the kind.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what messages call it.
  package init(_ bytes: [UInt8], name: String) throws(CoverageError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<CoverageReport, CoverageError> in
      do throws(CoverageError) {
        return .success(try Self.read(buffer, name))
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
    guard !files.isEmpty else {
      throw CoverageError("'\(name)' is \(kind.rawValue), but lists no file; regenerate it after running the tests")
    }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws(CoverageError) -> CoverageReport {
    if bytes.starts(with: "SQLite format 3".utf8) {
      throw CoverageError(
        "'\(name)' is coverage.py's database, whose format varies by version; write a report with 'coverage json' and pass that"
      )
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { $0 > 0x20 }
    switch first {
    case UInt8(ascii: "{"): return try JSONCoverageReader.read(bytes, name)
    case UInt8(ascii: "<"): return try CoberturaReader.read(bytes, name)
    case UInt8(ascii: "T"), UInt8(ascii: "S"):
      if LCOVReader.recognizes(bytes) { return try LCOVReader.read(bytes, name) }
    case nil: throw CoverageError("'\(name)' is empty; regenerate the report after running the tests")
    default: break
    }
    throw CoverageError(
      "'\(name)' is not a supported coverage report; expected coverage.py JSON, Cobertura XML, LCOV or llvm-cov JSON")
  }
}
