import LintApiDiff
import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// A state of an API as named on the command line: a revision, a folder, a snapshot.
struct ApiState {
  var name: String
  var outline: ApiOutline

  /// Resolves a name. A name written as a path, with a slash or a leading dot, is never a revision.
  init(_ name: String, _ reading: ApiReadingOptions) throws {
    let here = Paths.workingDirectory()
    let path = Paths.absolute(name, in: here)
    let kind = FileSystem.kind(of: path)
    self.name = name
    if kind == .file || kind == .other {
      outline = try Self.snapshot(path, shown: name)
    } else if kind == .folder, name.contains("/") || name.hasPrefix(".") {
      outline = ApiOutline(try reading.modules(of: [name]))
    } else {
      do {
        outline = ApiOutline(try reading.modules(of: try GitRevision(name, around: here), below: here))
      } catch let error as GitError {
        guard kind == .folder else { throw Failure(error.description) }
        outline = ApiOutline(try reading.modules(of: [name]))
      }
    }
  }

  /// The state of the work tree here.
  init(workTree reading: ApiReadingOptions) throws {
    name = "the working tree"
    outline = ApiOutline(try reading.modules(of: ["."]))
  }

  private static func snapshot(_ path: String, shown: String) throws -> ApiOutline {
    do {
      return ApiOutline(try ApiSnapshot.read(try FileSystem.read(path), path: shown))
    } catch let error as YAMLError {
      throw Failure("\(error)")
    } catch let error as FileSystem.Failure {
      throw Failure("'\(shown)' cannot be read: \(error.reason)")
    }
  }
}

extension ApiAcceptance {
  /// Reads the named acceptance file, or the one in the working directory; empty if it does not exist.
  static func load(_ named: String?) throws -> ApiAcceptance {
    let path = named ?? fileName
    do {
      return try decode(try FileSystem.read(Paths.absolute(path, in: Paths.workingDirectory())), path: path)
    } catch let error as YAMLError {
      throw Failure("\(error)")
    } catch let error as FileSystem.Failure {
      if named == nil, error.isMissing { return ApiAcceptance() }
      throw Failure("'\(path)' cannot be read: \(error.reason)")
    }
  }
}
