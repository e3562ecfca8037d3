import LintRuleKit
import LintSourceText

/// The targets of a `Package.swift`: the names of its modules, by the folders of their files.
enum SwiftTargets {
  /// - Parameters:
  ///   - text: The manifest.
  ///   - folder: Where it is; empty at the top.
  static func folders(_ text: SourceText, in folder: String) -> [String: String] {
    let scanner = SourceScanner(text: text)
    var folders: [String: String] = [:]
    var index = 0
    while let found = Bytes.find("arget(", in: text.bytes[index...]) {
      index = found + 6
      guard let close = scanner.closing(found + 5) else { continue }
      let arguments = ApiText.split(String(decoding: text.bytes[(found + 6)..<close], as: UTF8.self), at: ",")
      guard let name = value(of: "name", in: arguments) else { continue }
      if let path = value(of: "path", in: arguments) {
        folders[joined(folder, path)] = name
      } else {
        for parent in ["Sources", "Source", "src", "srcs"] { folders[joined(folder, "\(parent)/\(name)")] = name }
      }
    }
    return folders
  }

  private static func value(of label: String, in arguments: [String]) -> String? {
    for argument in arguments {
      let sides = ApiText.split(argument, at: ":", maximum: 1)
      guard sides.count == 2, sides[0] == label, sides[1].hasPrefix("\""), sides[1].hasSuffix("\"") else { continue }
      return String(sides[1].dropFirst().dropLast())
    }
    return nil
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let plain = path.hasSuffix("/") ? String(path.dropLast()) : path
    return folder.isEmpty ? plain : plain.isEmpty || plain == "." ? folder : "\(folder)/\(plain)"
  }

  /// The target of a file: that of the innermost folder around it.
  static func target(of path: String, _ folders: [String: String]) -> String? {
    var folder = Paths.folder(of: path)
    while !folder.isEmpty {
      if let name = folders[String(folder)] { return name }
      folder = Paths.folder(of: String(folder))
    }
    return folders[""]
  }
}
