/// Folders whose names were chosen elsewhere or long ago, such as vendored, legacy or recipe code.
package enum ExcludedDirectories {
  package static func contains(_ path: String) -> Bool {
    var folders = path.split(separator: "/")
    let file = folders.popLast()?.prefix { $0 != "." }
    if file == "legacy" || file == "deprecated" { return true }
    for (index, folder) in folders.enumerated() {
      switch folder {
      case "legacy", "deprecated", "libs", "guides", "recipes", "projects": return true
      // `backend/torch/nn.py` speaks torch.
      case "backend", "backends": if index + 1 < folders.count { return true }
      default: break
      }
    }
    return false
  }
}
