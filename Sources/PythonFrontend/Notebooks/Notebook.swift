import LintSerialization

/// The relevant parts of a notebook's JSON, nbformat 3 or 4.
struct Notebook {
  struct Cell {
    /// `code`, `markdown`, `raw`.
    var kind = ""
    /// `source` in nbformat 4, `input` in 3; a list of lines or one string.
    var source: [UInt8] = []
    /// The names of the errors that the stored outputs show.
    var errors: [String] = []
    /// `execution_count` in nbformat 4, `prompt_number` in 3; nil for 0 too, which some editors write for a cell that
    /// never ran.
    var executionCount: Int?
    /// True if the metadata hold the tag `raises-exception`.
    var mayFail = false
  }

  /// nil if there are neither `cells` nor `worksheets`.
  private(set) var cells: [Cell]?
  /// The language and the kernel's name, in lower case, as far as the metadata say.
  private(set) var language: String?
  private(set) var kernel = ""

  init(_ bytes: [UInt8]) throws(JSONCursor.Malformed) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Notebook, JSONCursor.Malformed> in
      var cursor = JSONCursor(buffer)
      var notebook = Notebook()
      do throws(JSONCursor.Malformed) {
        try notebook.read(&cursor)
        try cursor.finish()
        return .success(notebook)
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }

  private init() {}

  private mutating func read(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) {
    guard try cursor.peek() == UInt8(ascii: "{") else { return try cursor.skip() }
    var fromInfo: String?
    var fromKernel: String?
    try cursor.object { cursor, key throws(JSONCursor.Malformed) in
      switch key {
      case "cells": try readCells(&cursor)
      case "worksheets":
        try cursor.elements { cursor throws(JSONCursor.Malformed) in
          try cursor.members { cursor, key throws(JSONCursor.Malformed) in
            if key == "cells" { try readCells(&cursor) } else { try cursor.skip() }
          }
        }
        cells = cells ?? []
      case "metadata":
        try cursor.members { cursor, key throws(JSONCursor.Malformed) in
          guard key == "language_info" || key == "kernelspec" else { return try cursor.skip() }
          let isKernel = key == "kernelspec"
          try cursor.members { cursor, key throws(JSONCursor.Malformed) in
            guard key == "name" || key == "language" else { return try cursor.skip() }
            guard let value = try cursor.text() else { return }
            let text = String(decoding: value, as: UTF8.self).lowercased()
            if isKernel, key == "name" { kernel = text }
            if isKernel, key == "language" { fromKernel = text }
            if !isKernel, key == "name" { fromInfo = text }
          }
        }
      default: try cursor.skip()
      }
    }
    language = fromInfo ?? fromKernel
  }

  private mutating func readCells(_ cursor: inout JSONCursor) throws(JSONCursor.Malformed) {
    guard try cursor.peek() == UInt8(ascii: "[") else { return try cursor.skip() }
    cells = cells ?? []
    try cursor.array { cursor throws(JSONCursor.Malformed) in
      var cell = Cell()
      try cursor.members { cursor, key throws(JSONCursor.Malformed) in
        switch key {
        case "cell_type": cell.kind = String(decoding: try cursor.text() ?? [], as: UTF8.self)
        case "source", "input": cell.source = try cursor.lines()
        case "execution_count", "prompt_number":
          let count = try cursor.integer()
          cell.executionCount = count == 0 ? nil : count
        case "metadata":
          try cursor.members { cursor, key throws(JSONCursor.Malformed) in
            guard key == "tags" else { return try cursor.skip() }
            try cursor.elements { cursor throws(JSONCursor.Malformed) in
              if let tag = try cursor.text(), tag.elementsEqual("raises-exception".utf8) { cell.mayFail = true }
            }
          }
        case "outputs":
          try cursor.elements { cursor throws(JSONCursor.Malformed) in
            try cursor.members { cursor, key throws(JSONCursor.Malformed) in
              guard key == "ename" else { return try cursor.skip() }
              guard let name = try cursor.text() else { return }
              cell.errors.append(String(decoding: name, as: UTF8.self))
            }
          }
        default: try cursor.skip()
        }
      }
      cells?.append(cell)
    }
  }
}

extension JSONCursor {
  /// One string, or a list of strings joined.
  fileprivate mutating func lines() throws(Malformed) -> [UInt8] {
    guard try peek() == UInt8(ascii: "[") else { return try text() ?? [] }
    var result: [UInt8] = []
    try array { cursor throws(Malformed) in result += try cursor.text() ?? [] }
    return result
  }
}
