import LintModel
import LintSourceText

/// The Python programs that a document names: `tools/train.py`, `python -m nets.train`.
struct MentionedPrograms {
  private var paths: Set<String> = []
  private var modules: Set<String> = []

  var isEmpty: Bool { paths.isEmpty && modules.isEmpty }

  init(_ bytes: [UInt8]) {
    let isPart: (UInt8) -> Bool = { $0.isIdentifierByte || "-./".utf8.contains($0) }
    var start = 0
    while let found = Bytes.find(".py", in: bytes[start...]) {
      start = found + 3
      if start < bytes.count, bytes[start].isIdentifierByte { continue }
      let count = bytes[..<found].reversed().prefix(while: isPart).count
      let path = String(decoding: bytes[(found - count)..<start], as: UTF8.self)
      paths.insert(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
    }
    start = 0
    while let found = Bytes.find(" -m ", in: bytes[start...]) {
      start = found + 4
      modules.insert(
        String(decoding: bytes[start...].prefix(while: isPart), as: UTF8.self).replacing("/", with: "."))
    }
  }

  /// Whether it names a program by its file's name alone.
  func hasFile(named name: String) -> Bool { paths.contains { Paths.name(of: $0) == name } }

  /// Whether a document in a folder names a program: by its path, by its module, or by its name where no other program
  /// of that name is nearer.
  func contains(_ program: FileReference, from folder: String, namesakes: [String]) -> Bool {
    let path = program.projectPath
    if !program.module.isEmpty,
      modules.contains(program.module) || modules.contains { "\($0).__main__" == program.module }
    {
      return true
    }
    return paths.contains { named in
      guard path == named || path.hasSuffix("/" + named) || Paths.name(of: path) == Paths.name(of: named)[...] else {
        return false
      }
      let place = Paths.join(folder, named)
      if path == place || path == named { return true }
      // Another file is just where the document says.
      return !namesakes.contains(place) && !namesakes.contains(named)
    }
  }
}
