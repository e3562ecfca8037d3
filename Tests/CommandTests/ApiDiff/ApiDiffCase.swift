import Foundation

/// Two states of a package and the changes that `mllint api diff` is to find between them.
struct ApiDiffCase: CustomStringConvertible, Sendable {
  let name: String
  private(set) var files: [String: String] = [:]
  /// `effect kind symbol`, then the parameter or base, then `announced`.
  private(set) var expected: [String] = []

  var description: String { name }

  /// Reads cases that each begin with `# name`, have a file after `--- old PATH` or `--- new PATH`, and end with the
  /// changes after `--- expect`.
  ///
  /// - Parameter defaults: Files of both states unless a case has its own, or says `--- bare`.
  static func read(_ text: String, defaults: [String: String]) -> [ApiDiffCase] {
    var cases: [ApiDiffCase] = []
    for part in ("\n" + text).components(separatedBy: "\n# ").dropFirst() {
      let lines = part.components(separatedBy: "\n")
      var result = ApiDiffCase(name: lines[0])
      for state in ["old", "new"] { for (path, text) in defaults { result.files["\(state)/\(path)"] = text } }
      var file: String?
      for line in lines.dropFirst() {
        if line == "--- bare" {
          result.files = [:]
        } else if line.hasPrefix("--- manifest ") {
          for state in ["old", "new"] { result.files["\(state)/Package.swift"] = String(line.dropFirst(13)) }
        } else if line.hasPrefix("--- ") {
          let words = line.split(separator: " ").dropFirst()
          file = words.count == 2 ? words.joined(separator: "/") : nil
          if let file { result.files[file] = "" }
        } else if let file {
          result.files[file, default: ""] += line + "\n"
        } else if !line.isEmpty {
          result.expected.append(line)
        }
      }
      cases.append(result)
    }
    return cases
  }
}
