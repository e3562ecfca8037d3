import Reference

/// A temporary directory of run directories that look like real KMNIST runs.
final class SampleRuns {
  private let temporary: TemporaryDirectory
  var directory: FilePath { temporary.path }

  init() throws { temporary = try TemporaryDirectory() }

  /// Writes a run and returns its directory.
  @discardableResult
  func write(_ run: SampleRun) throws -> FilePath {
    for (name, text) in try run.files() { try write(text, to: "\(run.name)/\(name)") }
    return directory.appending(run.name)
  }

  func write(_ text: String, to name: String) throws { try temporary.write(name, text) }

  func remove(_ name: String) throws { try temporary.remove(name) }
}
