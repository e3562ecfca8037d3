import LintModel
import LintSerialization

/// Reads the two reports that are JSON: coverage.py's and llvm-cov's.
struct JSONCoverageReader {
  private var report: CoverageReport
  private var isKnown = false

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws(CoverageError) -> CoverageReport {
    var reader = JSONCoverageReader(report: CoverageReport(kind: .coveragePy, name: name))
    var cursor = JSONCursor(bytes)
    do throws(JSONCursor.Malformed) {
      try reader.read(&cursor)
      try cursor.finish()
    } catch {
      let isCut = error.offset >= bytes.count
      throw CoverageError(
        isCut ? "truncated JSON; regenerate the report" : "invalid JSON; regenerate the report",
        at: error.offset, in: bytes, of: name)
    }
    guard reader.isKnown else {
      throw CoverageError(
        "this JSON is neither coverage.py's nor llvm-cov's; expected the keys 'meta' and 'files', or 'data' and 'type'",
        at: 0, in: bytes, of: name)
    }
    return reader.report
  }

  private mutating func read(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) {
    try cursor.members { cursor, key throws(JSONCursor.Malformed) in
      switch key {
      case "meta": try readMeta(&cursor)
      case "files":
        isKnown = true
        try cursor.members { cursor, path throws(JSONCursor.Malformed) in
          report.add(try Self.pythonFile(&cursor), to: path)
        }
      case "type":
        let type = String(decoding: try cursor.text() ?? [], as: UTF8.self)
        if type == "llvm.coverage.json.export" {
          isKnown = true
          report.kind = .llvm
        }
      case "data":
        try cursor.elements { cursor throws(JSONCursor.Malformed) in
          try cursor.members { cursor, key throws(JSONCursor.Malformed) in
            if key == "files" { try readLLVMFiles(&cursor) } else { try cursor.skip() }
          }
        }
      default: try cursor.skip()
      }
    }
  }

  // MARK: coverage.py

  private mutating func readMeta(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) {
    try cursor.members { cursor, key throws(JSONCursor.Malformed) in
      guard key == "timestamp" else { return try cursor.skip() }
      if let text = try cursor.text() { report.time = LocalTime.seconds(of: String(decoding: text, as: UTF8.self)) }
    }
  }

  private static func pythonFile(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) -> LineCoverage {
    var lines = LineCoverage()
    try cursor.members { cursor, key throws(JSONCursor.Malformed) in
      switch key {
      case "functions":
        try cursor.members { cursor, name throws(JSONCursor.Malformed) in
          let function = try pythonFile(&cursor)
          // What is outside of any function goes by an empty name.
          if !name.isEmpty { lines.functions[name] = function }
        }
      case "executed_lines", "missing_lines":
        let isReached = key == "executed_lines"
        try cursor.elements { cursor throws(JSONCursor.Malformed) in
          if let line = try cursor.integer() { lines.note(line, isReached: isReached) }
        }
      case "summary":
        try cursor.members { cursor, key throws(JSONCursor.Malformed) in
          switch key {
          case "num_branches": lines.branches = try cursor.integer() ?? 0
          case "covered_branches": lines.takenBranches = try cursor.integer() ?? 0
          default: try cursor.skip()
          }
        }
      default: try cursor.skip()
      }
    }
    return lines
  }

  // MARK: llvm-cov

  private mutating func readLLVMFiles(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) {
    try cursor.elements { cursor throws(JSONCursor.Malformed) in
      var path = ""
      var segments: [LLVMSegment] = []
      try cursor.members { cursor, key throws(JSONCursor.Malformed) in
        switch key {
        case "filename": path = String(decoding: try cursor.text() ?? [], as: UTF8.self)
        case "segments":
          try cursor.elements { cursor throws(JSONCursor.Malformed) in
            segments.append(try LLVMSegment(&cursor))
          }
        default: try cursor.skip()
        }
      }
      if !path.isEmpty { report.add(LLVMSegment.lines(of: segments), to: path) }
    }
  }
}
