extension Tree {
  /// Parses the bytes of a Python file. Always returns a tree; syntax errors are in its ``errors``.
  ///
  /// Copies the bytes and takes time linear in their number. A file of 4 GiB or more gives an empty module and an
  /// error.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Tree {
    guard bytes.count < Int(UInt32.max) - Parser.padding else { return tooLong() }
    return parse(DecodedSource(bytes))
  }

  /// Parses the bytes of a Python file.
  public static func parse(_ bytes: [UInt8]) -> Tree {
    bytes.withUnsafeBufferPointer { parse($0) }
  }

  /// Parses source that is already UTF-8, even if its cookie names another encoding. See ``SourceEncoding/utf8(of:)``.
  public static func parse(utf8 bytes: [UInt8]) -> Tree {
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count < Int(UInt32.max) - Parser.padding else { return tooLong() }
      return parse(DecodedSource(buffer, isUTF8: true))
    }
  }

  /// Parses source text.
  public static func parse(_ text: String) -> Tree { parse(utf8: Array(text.utf8)) }

  private static func tooLong() -> Tree {
    var decoded = DecodedSource(UnsafeBufferPointer(start: nil, count: 0))
    decoded.errors.append(ParseError(range: 0..<0, message: "expected a file of less than 4 GiB, found a larger one"))
    return parse(decoded)
  }

  private static func parse(_ decoded: DecodedSource) -> Tree {
    var parser = Parser(source: UnsafePointer(decoded.bytes), count: decoded.count, start: decoded.start)
    parser.errors = decoded.errors
    parser.parseModule()
    return Tree(parser.takeParts(decoded))
  }
}
