import Foundation
import Testing

/// A repository whose configuration makes git run a program that creates a marker file.
struct HostileRepository {
  let command: Command
  private let folder: Command

  /// - Parameter setup: Shell commands that plant the program `$EVIL`; they run in the repository.
  init(_ setup: String) throws {
    // The program and its marker are outside the repository.
    folder = try Command()
    try folder.write("evil.sh", Data("#!/bin/sh\n: > '\(folder.path)/marker'\nexit 1\n".utf8))
    command = try Command([
      "nets/__init__.py": "", "nets/layers.py": "def fit(inputs):\n    return inputs\n", ".gitignore": "cov.json\n",
      ".gitattributes": "*.py filter=evil diff=evil merge=evil\n",
    ])
    let script = """
      set -e
      export EVIL='\(folder.path)/evil.sh' GIT_CONFIG_NOSYSTEM=1 HOME='\(folder.path)' LC_ALL=C
      export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
      chmod +x "$EVIL"
      git init -q -b main .
      git add .
      git commit -q -m first
      printf '\\n\\ndef predict(inputs):\\n    return inputs\\n' >> nets/layers.py
      git commit -q -a -m second
      git tag v1
      \(setup)
      """
    let result = try command.shell(script)
    #expect(result.code == 0, "\(result.errors)")
    try command.write(
      "cov.json",
      Data(
        #"""
        {"meta": {"version": "7", "timestamp": "2020-01-01T00:00:00"},
         "files": {"nets/layers.py": {"executed_lines": [1, 2], "missing_lines": [5]}}}
        """#.utf8))
  }

  /// Whether the program ran since the last call.
  func takeMarker() throws -> Bool {
    guard folder.exists("marker") else { return false }
    try FileManager.default.removeItem(atPath: folder.path + "/marker")
    return true
  }

  /// Runs a command that should start the program.
  func shell(_ script: String) throws {
    _ = try command.shell("{ \(script); } > /dev/null 2>&1", environment: ["GIT_TERMINAL_PROMPT": "0"])
  }
}
