import LintProject
import LintSerialization
import LintSourceText

/// Finds the pages of custom rules that a configuration's `custom_rules:` lists.
package struct CustomRuleFiles: Sendable {
  private let workingDirectory: String

  /// - Parameter workingDirectory: The folder that paths in messages are relative to; absolute.
  package init(workingDirectory: String) { self.workingDirectory = workingDirectory }

  /// The pages of all layers of a configuration, each file once.
  package func pages(of configuration: Configuration) throws(YAMLError) -> [EmbeddedFile] {
    var pages: [EmbeddedFile] = []
    for layer in configuration.layers {
      for place in layer.settings.customRules ?? [] {
        let path = Paths.absolute(place.value, in: layer.folder)
        for page in try self.pages(at: path, named: place) where !pages.contains(where: { $0.path == page.path }) {
          pages.append(page)
        }
      }
    }
    return pages
  }

  /// The pages in a folder, or the one file of that name.
  ///
  /// - Parameters:
  ///   - path: Absolute.
  ///   - name: As the user wrote it, for error messages.
  package func pages(at path: String, named name: Located<String>) throws(YAMLError) -> [EmbeddedFile] {
    guard FileSystem.kind(of: path) == .folder else { return [try page(path, named: name)] }
    let entries = (try? FileSystem.entries(of: path)) ?? []
    let files = entries.filter { $0.kind != .folder && ["yml", "yaml"].contains(Paths.fileExtension(of: $0.name)) }
    guard !files.isEmpty else {
      throw YAMLError(at: name.mark, "'\(name.value)' contains no rule pages", expected: "'.yml' files")
    }
    var pages: [EmbeddedFile] = []
    for file in files.map(\.name).sorted(by: Paths.precedes) {
      pages.append(try page(Paths.join(path, file), named: name))
    }
    return pages
  }

  private func page(_ path: String, named name: Located<String>) throws(YAMLError) -> EmbeddedFile {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path)
    } catch {
      throw YAMLError(
        at: name.mark, "'\(Paths.relative(path, to: workingDirectory))' cannot be read: \(error.reason)",
        expected: "a rule page, or a folder of rule pages")
    }
    return EmbeddedFile(
      path: Paths.relative(path, to: workingDirectory), text: String(decoding: bytes, as: UTF8.self))
  }
}
