import ArgumentParser
import LintEngine
import LintProject
import LintReporting

/// Whether findings are fixed.
struct FixOptions: ParsableArguments {
  @Flag(help: "Apply safe fixes.")
  var fix = false

  @Flag(help: "Include unsafe fixes, which may change behavior, in --fix and --diff.")
  var unsafeFixes = false

  @Flag(help: "Print the changes that --fix would make as a patch; exit with 1 if there are any.")
  var diff = false

  func validate() throws {
    if fix, diff { throw ValidationError("--fix applies changes and --diff only prints them; pass only one of them") }
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes requires --fix or --diff") }
  }

  /// Prints the patch; true if there is one.
  func showDiff(of result: RunResult) -> Bool {
    let fixed = FixedText.all(in: result, includesUnsafe: unsafeFixes)
    for file in fixed { Output.write(UnifiedDiff.write(file.path, file.before, file.after)) }
    return !fixed.isEmpty
  }

  /// Writes the fixed files; returns the number of fixed findings.
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
