import ArgumentParser
import LintEngine
import LintProject
import LintReporting

/// Whether findings are mended.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend what can be mended without changing what any program does, and report the rest.")
  var fix = false

  @Flag(help: "Let --fix and --diff also apply fixes that may change what a program does.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would change as a patch, and change nothing; exit with 1 if there is anything.")
  var diff = false

  func validate() throws {
    if fix, diff { throw ValidationError("--fix writes and --diff only shows; give one of them") }
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes goes with --fix or --diff") }
  }

  /// Prints the patch; true where there is one.
  func showDiff(of result: RunResult) -> Bool {
    let fixed = FixedText.all(in: result, includesUnsafe: unsafeFixes)
    for file in fixed { Output.write(UnifiedDiff.write(file.path, file.before, file.after)) }
    return !fixed.isEmpty
  }

  /// Writes the mended files; returns how many findings that mends.
  func apply(to result: RunResult) throws -> Int {
    var count = 0
    for file in FixedText.all(in: result, includesUnsafe: unsafeFixes) {
      guard let bytes = try? FileSystem.read(file.path) else { continue }
      let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
      // A file in another encoding, or changed since it was read, is not ours to write.
      guard bytes == mark + file.before else { continue }
      try Output.write(mark + file.after, toFile: file.path)
      count += file.count
    }
    return count
  }
}
