import LintProject
import LintSerialization
import LintSourceText

/// Finds and reads configuration files. The nearest one to a file applies: `mllint.yml`, or `[tool.mllint]` in
/// `pyproject.toml`.
package struct ConfigurationLoader: Sendable {
  /// The name of a configuration file.
  package static let fileName = "mllint.yml"

  private let workingDirectory: String
  private let reader: @Sendable (String) throws(FileSystem.Failure) -> [UInt8]?

  /// - Parameters:
  ///   - workingDirectory: The folder that paths in messages are relative to; absolute.
  ///   - read: A file's bytes; nil if there is no such file.
  package init(
    workingDirectory: String,
    read: @escaping @Sendable (String) throws(FileSystem.Failure) -> [UInt8]? = { path throws(FileSystem.Failure) in
      try FileSystem.readIfPresent(path)
    }
  ) {
    self.workingDirectory = workingDirectory
    reader = read
  }

  /// The configuration file that holds for the files of a folder; nil if there is none up to the root.
  ///
  /// - Parameters:
  ///   - folder: Absolute.
  ///   - root: The last folder to look in; absolute.
  package func find(from folder: String, upTo root: String = "/") throws(YAMLError) -> String? {
    var folder = folder
    while true {
      let path = Paths.join(folder, Self.fileName)
      if try read(path) != nil { return path }
      let pyproject = Paths.join(folder, "pyproject.toml")
      if let bytes = try read(pyproject), try TOML.table(of: "mllint", in: bytes, path: shown(pyproject)) != nil {
        return pyproject
      }
      let foreign = Paths.join(folder, "." + Self.fileName)
      guard try read(foreign) == nil else {
        throw YAMLError(
          at: Mark(path: shown(foreign), line: 1, column: 1),
          "'.mllint.yml' configures another tool named mllint (bvobart/mllint)",
          advice: "name this tool's configuration 'mllint.yml', or run with --isolated")
      }
      guard folder != root, folder != "/", !folder.isEmpty else { return nil }
      folder = Paths.folder(of: folder)
    }
  }

  /// Reads a configuration file and those that it extends.
  package func load(_ path: String) throws(YAMLError) -> Configuration {
    Configuration(layers: try layers(of: path, trail: [], from: nil))
  }

  private func layers(of path: String, trail: [String], from mark: Mark?) throws(YAMLError) -> [Configuration.Layer] {
    let here = mark ?? Mark(path: shown(path), line: 1, column: 1)
    guard !trail.contains(path) else {
      let circle = (trail.drop { $0 != path } + [path]).map(shown).joined(separator: " -> ")
      throw YAMLError(at: here, "the configuration extends itself", found: circle)
    }
    guard let bytes = try read(path, named: mark) else {
      throw YAMLError(at: here, "'\(shown(path))' cannot be read", expected: "a configuration file")
    }
    let settings = try Settings.decode(bytes, path: shown(path))
    let folder = Paths.folder(of: path)
    var layers: [Configuration.Layer] = []
    for base in settings.extends ?? [] {
      layers += try self.layers(of: Paths.absolute(base.value, in: folder), trail: trail + [path], from: base.mark)
    }
    return layers + [Configuration.Layer(folder: folder, settings: settings)]
  }

  /// An existing file that cannot be read is an error; ignoring it would lint with other settings.
  ///
  /// - Parameter mark: The place in another file that names this one.
  private func read(_ path: String, named mark: Mark? = nil) throws(YAMLError) -> [UInt8]? {
    do {
      return try reader(path)
    } catch {
      guard let mark else {
        throw YAMLError(at: Mark(path: shown(path), line: 1, column: 1), "cannot be read: \(error.reason)")
      }
      throw YAMLError(at: mark, "'\(shown(path))' cannot be read: \(error.reason)")
    }
  }

  private func shown(_ path: String) -> String { Paths.relative(path, to: workingDirectory) }
}
