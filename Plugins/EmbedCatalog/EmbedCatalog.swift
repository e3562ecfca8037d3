import Foundation
import PackagePlugin

/// Lists the rules and embeds their pages in the target that uses it.
@main struct EmbedCatalog: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    if target.name == "LintValidation" { return [try companion(context)] }
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

  /// Embeds the repository in which `mllint validate` plants flaws.
  private func companion(_ context: PluginContext) throws -> Command {
    let folder = context.package.directoryURL.appending(path: "Tests/Companion")
    let output = context.pluginWorkDirectoryURL.appending(path: "CompanionFiles.swift")
    let all =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return .buildCommand(
      displayName: "Embedding the companion repository",
      executable: try context.tool(named: "EmbedCatalogTool").url, arguments: [folder.path(), output.path()],
      inputFiles: all.filter { !$0.hasDirectoryPath }.sorted { $0.path() < $1.path() }, outputFiles: [output])
  }

  private func files(in folder: URL, fileExtension: String) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == fileExtension }
      .sorted { $0.path() < $1.path() }
  }
}
