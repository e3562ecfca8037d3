import LintApiDiff
import LintModel
import LintProject
import LintSerialization
import LintSourceText

/// A state of an API as named on the command line: a revision, a folder, a snapshot.
struct ApiState {
  private enum Content {
    case files(ApiReading)
    case snapshot([ApiSymbol])
  }

  var name: String
  private let content: Content

  /// Resolves a name. A name written as a path, with a slash or a leading dot, is never a revision.
  init(_ name: String, _ reading: ApiReadingOptions) throws {
    let here = Paths.workingDirectory()
    let path = Paths.absolute(name, in: here)
    let kind = FileSystem.kind(of: path)
    self.name = name
    if kind == .file || kind == .other {
      content = .snapshot(try Self.snapshot(path, shown: name))
    } else if kind == .folder, name.contains("/") || name.hasPrefix(".") {
      content = .files(try reading.files(of: [name]))
    } else {
      do {
        content = .files(try reading.files(of: try GitRevision(name, around: here), below: here))
      } catch let error as GitError {
        guard kind == .folder else { throw Failure(error.description) }
        content = .files(try reading.files(of: [name]))
      }
    }
  }

  /// The state of the work tree here.
  init(workTree reading: ApiReadingOptions) throws {
    name = "the working tree"
    content = .files(try reading.files(of: ["."]))
  }

  /// The APIs of two states. What one state offers as loose modules is not made private by packages in the other.
  static func outlines(_ old: ApiState, _ new: ApiState) -> (old: ApiOutline, new: ApiOutline) {
    (old.outline(offering: new.looseRoots), new.outline(offering: old.looseRoots))
  }

  private var looseRoots: Set<String> {
    switch content {
    case .files(let reading): ApiOutline.looseRoots(of: reading.modules)
    case .snapshot(let symbols): ApiOutline(symbols).roots
    }
  }

  private func outline(offering roots: Set<String>) -> ApiOutline {
    switch content {
    case .files(let reading): ApiOutline(reading.modules, offering: roots)
    case .snapshot(let symbols): ApiOutline(symbols)
    }
  }

  /// In how many of the files a name is mentioned; nil in a snapshot.
  var mentions: ((String) -> Int)? {
    guard case .files(let reading) = content else { return nil }
    return { name in
      let hash = IdentifierSet.hash(name.utf8)
      return reading.mentions.count { $0.contains(hash: hash) }
    }
  }

  private static func snapshot(_ path: String, shown: String) throws -> [ApiSymbol] {
    do {
      return try ApiSnapshot.read(try FileSystem.read(path), path: shown)
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
