import LintRuleKit
import LintSourceText

/// The commands that an installation creates, and the modules that they run.
struct EntryPoints {
  /// `["nets-train": "nets.train"]`
  private(set) var modules: [String: String] = [:]

  init(_ project: ProjectIndex) {
    for manifest in ["pyproject.toml", "setup.cfg", "setup.py"] {
      if let text = project.repository?.text(of: manifest) { read(text.bytes) }
    }
  }

  /// `train = "nets.cli:main"` of pyproject.toml, `"train=nets.cli:main"` of setup.py, several on a line or not.
  private mutating func read(_ bytes: [UInt8]) {
    let isPath: (UInt8) -> Bool = { $0.isIdentifierByte || $0 == UInt8(ascii: ".") }
    Bytes.forEach(UInt8(ascii: ":"), in: bytes) { colon in
      let module = bytes[..<colon].reversed().prefix(while: isPath).count
      guard module > 0, colon + 1 < bytes.count, bytes[colon + 1].isIdentifierByte else { return }
      var end = colon - module
      while end > 0,
        bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'")
      {
        end -= 1
      }
      guard end > 0, bytes[end - 1] == UInt8(ascii: "=") else { return }
      end -= 1
      while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: "\"") { end -= 1 }
      let name = bytes[..<end].reversed().prefix { isPath($0) || $0 == UInt8(ascii: "-") }.count
      guard name > 0 else { return }
      modules[String(decoding: bytes[(end - name)..<end], as: UTF8.self)] = String(
        decoding: bytes[(colon - module)..<colon], as: UTF8.self)
    }
  }
}
