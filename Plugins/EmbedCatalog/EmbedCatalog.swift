import Foundation
import PackagePlugin

/// Lists the rules and embeds their pages in the target that uses it.
@main struct EmbedCatalog: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let sources = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "Catalog.swift")
    let inputs = files(in: rules, fileExtension: "yml") + files(in: sources, fileExtension: "swift")
    return [
      .buildCommand(
        displayName: "Embedding the rule catalog",
        executable: try context.tool(named: "EmbedCatalogTool").url,
        arguments: [rules.path(), sources.path(), output.path()],
        inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(in folder: URL, fileExtension: String) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == fileExtension }
      .sorted { $0.path() < $1.path() }
  }
}
