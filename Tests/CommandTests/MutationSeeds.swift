import Foundation

/// The files to mutate: this repository's tests and the examples on rule pages.
struct MutationSeeds {
  struct File {
    /// The path of a mutant in its folder, which determines its role and language.
    var path: String
    var bytes: [UInt8]
  }

  private static let fileExtensions: Set<String> = [
    "swift", "py", "pyi", "md", "rst", "ipynb", "yml", "yaml", "toml", "gin",
  ]
  private static let maximumSize = 40_000

  let files: [File]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var files: [File] = []
    for folder in ["Tests", "Rules", "docs"] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path()).sorted() {
        let url = root.appending(path: folder).appending(path: path)
        guard Self.fileExtensions.contains(url.pathExtension), let data = try? Data(contentsOf: url) else { continue }
        if folder == "Rules" { files += Self.examples(in: String(decoding: data, as: UTF8.self)) }
        guard data.count <= Self.maximumSize else { continue }
        files.append(File(path: "\(folder)/\(path)", bytes: Array(data)))
      }
    }
    self.files = files + Self.others
  }

  /// The block scalars of a page whose keys are paths: `train.py: |`.
  private static func examples(in page: String) -> [File] {
    var files: [File] = []
    var current: (path: String, indent: Int, lines: [Substring])?
    func close() {
      guard let current, !current.lines.isEmpty else { return }
      let margin = current.lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      let text = current.lines.map { $0.dropFirst(margin) }.joined(separator: "\n")
      files.append(File(path: current.path, bytes: Array(text.filter { $0 != "«" && $0 != "»" }.utf8)))
    }
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      if let open = current, line.isEmpty || indent > open.indent {
        current?.lines.append(line)
        continue
      }
      close()
      current = nil
      let key = line.dropFirst(indent).prefix { $0 != ":" }
      guard line.hasSuffix(": |"), let fileExtension = key.split(separator: ".").last,
        fileExtensions.contains(String(fileExtension))
      else {
        continue
      }
      current = (String(key), indent, [])
    }
    close()
    return files
  }

  private static let others = [
    File(
      path: "notebooks/a.ipynb",
      bytes: Array(
        ##"""
        {"cells": [
          {"cell_type": "markdown", "source": ["# Title\n", "Run `train.py --lr 1`\n"]},
          {"cell_type": "code", "execution_count": 1, "source": ["!pip install torch\n", "import torch\n"], "outputs": []},
          {"cell_type": "code", "execution_count": 3, "source": ["%time x = torch.ones(3)\n", "x"], "outputs": [
            {"output_type": "error", "ename": "ValueError", "evalue": "bad \u00e9 \ud83d\ude00", "traceback": []}]},
          {"cell_type": "code", "execution_count": 2, "source": "def f(x):\n    raise ValueError('bad')\n", "outputs": []}
        ], "metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4}
        """##.utf8))
  ]
}
