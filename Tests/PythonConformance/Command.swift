import Foundation
import PythonSyntax

/// The subcommands of the conformance tool.
enum Command {
  static func run(_ arguments: [String]) throws -> Int32 {
    switch arguments.first {
    case "dump": dump(arguments.dropFirst())
    case "batch": try batch()
    case "time": Timing.run(Array(arguments.dropFirst()))
    case "fuzz": return try Fuzzer.run(Array(arguments.dropFirst()))
    case "errors": errors(arguments.dropFirst())
    case "scale": Scaling.run()
    default:
      print(
        "usage: PythonConformance dump FILE... | batch | errors FILE... | time PATH... | scale | fuzz --seconds N --seed S PATH..."
      )
      return 2
    }
    return 0
  }

  static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  /// Prints the neutral form of each file's tree.
  private static func dump(_ paths: ArraySlice<String>) {
    for path in paths {
      guard let bytes = read(path) else { continue }
      var dumper = Dumper(Tree.parse(bytes))
      FileHandle.standardOutput.write(Data(dumper.dump()))
      print()
    }
  }

  private static func errors(_ paths: ArraySlice<String>) {
    for path in paths {
      guard let bytes = read(path) else { continue }
      let tree = Tree.parse(bytes)
      for error in tree.errors { print("\(path):\(describe(error, in: tree))") }
    }
  }

  private static func describe(_ error: ParseError, in tree: Tree) -> String {
    let position = tree.position(at: error.range.lowerBound)
    return "\(position.line):\(position.column): \(error.message)"
  }

  /// Reads paths line by line. Prints a checksum of each tree's neutral form, its length, and the number of errors with
  /// the first one. A broken invariant counts as an error.
  private static func batch() throws {
    let invariants = try Invariants()
    while let path = readLine() {
      guard let bytes = read(path) else {
        answer("0 0 0 1 unreadable")
        continue
      }
      let tree = Tree.parse(bytes)
      var problems = tree.errors.map { describe($0, in: tree) }
      if let violation = invariants.violation(in: tree) { problems.insert("broken invariant: \(violation)", at: 0) }
      var summary = "0 0 0"
      if problems.isEmpty {
        var dumper = Dumper(tree)
        let form = dumper.dump()
        summary = "\(Checksum.crc32(form)) \(Checksum.adler32(form)) \(form.count)"
      }
      let message = (problems.first ?? "").map { $0.isNewline ? " " : String($0) }.joined()
      answer("\(summary) \(problems.count) \(message)")
    }
  }

  /// Writes a line at once, as the reader waits for it.
  private static func answer(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// All Python files below the paths, sorted.
  static func pythonFiles(_ paths: [String]) -> [String] {
    var files: [String] = []
    for path in paths {
      if path.hasSuffix(".py") {
        files.append(path)
      } else if let walk = FileManager.default.enumerator(atPath: path) {
        for case let name as String in walk where name.hasSuffix(".py") { files.append(path + "/" + name) }
      }
    }
    return files.sorted()
  }
}
