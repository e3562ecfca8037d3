import Foundation
import PythonSyntax

/// The subcommands of the conformance tool.
enum Command {
  static func run(_ arguments: [String]) -> Int32 {
    switch arguments.first {
    case "dump": dump(arguments.dropFirst())
    case "batch": batch()
    case "time": Timing.run(Array(arguments.dropFirst()))
    case "fuzz": return Fuzzer.run(Array(arguments.dropFirst()))
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
      for error in tree.errors {
        let position = tree.position(at: error.range.lowerBound)
        print("\(path):\(position.line):\(position.column): \(error.message)")
      }
    }
  }

  /// Reads paths line by line; prints a checksum of each tree's neutral form, its length, and the first error.
  private static func batch() {
    while let path = readLine() {
      guard let bytes = read(path) else {
        answer("0 0 0 1 unreadable")
        continue
      }
      let tree = Tree.parse(bytes)
      var summary = "0 0 0"
      if tree.errors.isEmpty {
        var dumper = Dumper(tree)
        let form = dumper.dump()
        summary = "\(Checksum.crc32(form)) \(Checksum.adler32(form)) \(form.count)"
      }
      let first = tree.errors.first.map { error in
        let position = tree.position(at: error.range.lowerBound)
        return "\(position.line):\(position.column): \(error.message)"
      }
      let message = (first ?? "").replacingOccurrences(of: "\n", with: " ").replacingOccurrences(of: "\r", with: " ")
      answer("\(summary) \(tree.errors.count) \(message)")
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

/// The checksums of zlib, so that Python can compute the same at speed.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return high << 16 | low
  }
}
