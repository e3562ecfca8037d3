import LintModel
import LintRuleKit
import LintSourceText

/// Which code of a project may read an option of one of its files.
struct OptionEvidence {
  private let files: [FileFacts<OptionUse>]
  private let project: ProjectIndex
  private let modules: [String]
  private let methods: Set<String>
  /// The fields of dataclasses with their classes, by module.
  private let fields: [String: Set<String>]

  init(_ facts: [FileFacts<OptionUse>], _ project: ProjectIndex) {
    files = facts
    self.project = project
    fields = facts.reduce(into: [:]) { result, file in
      for use in file.facts where !use.fields.isEmpty { result[file.file.module, default: []].formUnion(use.fields) }
    }
    modules = project.files.filter { $0.language == .python }.map(\.module)
    methods = project.types.values.reduce(into: []) { result, types in
      for type in types { result.formUnion(type.methods) }
    }
  }

  func isUnused(_ option: OptionUse.Unread, of use: OptionUse, in file: FileReference) -> Bool {
    switch option.style {
    // Parameters of the function that implements the command.
    case .click, .typer, .fire, .jsonargparse, .tyro: return use.isParsed
    case .swiftArgumentParser: return !isNamed(option, besides: file, language: .swift)
    // absl has a single list of flags for all modules.
    case .absl, .tensorflowFlags: return !use.isSpread && !isNamed(option, besides: file, language: .python)
    case .argparse, .dataclass:
      // An example that records a run needs values that nothing else reads.
      if use.isSpread || use.isRecorded && file.role == .example { return false }
      guard isOwn(option, file) else { return false }
      let importers = importers(of: file)
      if use.isParsed, !use.isShared, importers.isEmpty { return true }
      guard use.receivers.allSatisfy(isOwn) else { return false }
      guard importers.allSatisfy({ !isSpread($0) }), use.isParsed || importers.contains(where: \.isParsed) else {
        return false
      }
      return !isNamed(option, besides: file, language: .python)
    default: return false
    }
  }

  /// Whether any other file mentions the name of the option.
  private func isNamed(_ option: OptionUse.Unread, besides own: FileReference, language: Language) -> Bool {
    let hash = IdentifierSet.hash(option.destination.utf8)
    let isFlag = option.style == .absl || option.style == .tensorflowFlags
    return files.contains { file in
      guard file.file.language == language, file.file != own else { return false }
      return file.facts.contains { use in
        // In files that define flags, strings are the names of other flags.
        use.mentions.contains(hash: hash) || !(isFlag && use.definesFlags) && use.texts.contains(hash: hash)
      }
    }
  }

  /// The files that may import a file: by its full module path, or by the end of it.
  private func importers(of file: FileReference) -> [OptionUse] {
    var ends: [String] = []
    var rest = file.module[...]
    while !rest.isEmpty {
      ends.append(String(rest))
      rest = rest.drop { $0 != "." }.dropFirst()
    }
    return files.filter { $0.file != file && $0.file.language == .python }.flatMap(\.facts).filter { use in
      ends.contains(where: use.imported.contains)
    }
  }

  /// Whether a file may read values under computed names, or all of them at once.
  private func isSpread(_ use: OptionUse) -> Bool {
    use.isSpread || ["vars", "__dict__", "asdict"].contains(where: use.mentions.contains)
      || use.isParsed && use.receivers.contains { homes(of: $0.split(separator: ".")).isEmpty }
  }

  /// Whether the receiver of the values belongs to this project and reads them by name.
  private func isOwn(_ receiver: String) -> Bool {
    let parts = receiver.split(separator: ".")
    guard let last = parts.last, last != "?" else { return false }
    let found = homes(of: parts)
    if !found.isEmpty {
      return !files.contains { file in found.contains(file.file.module) && file.facts.contains(where: isSpread) }
    }
    return parts.count > 1 && methods.contains(String(last))
  }

  /// The modules of the project that may define this path.
  private func homes(of path: [Substring]) -> Set<String> {
    let module = path.dropLast().joined(separator: ".")
    guard !module.isEmpty else { return [] }
    return Set(
      modules.filter { home in
        if home == module || home.hasSuffix("." + module) { return true }
        // The rest is a class in the module, not a missing submodule.
        return module.hasPrefix(home + ".") && module.dropFirst(home.count + 1).first?.isUppercase == true
      })
  }

  /// Whether a field only gives another default to one that its class inherits, where its use is judged.
  private func isRedeclared(_ option: OptionUse.Unread, of type: String, in file: FileReference) -> Bool {
    project.ancestors(of: type, module: file.module).contains { ancestor in
      fields[ancestor.module]?.contains("\(ancestor.name).\(option.destination)") == true
    }
  }

  /// Whether no code outside the project requires the option to be declared.
  private func isOwn(_ option: OptionUse.Unread, _ file: FileReference) -> Bool {
    guard let type = option.type else { return true }
    // A class outside the project, however far up, reads the fields that it declares or that its users override.
    if case .foreign = project.origin(ofMethod: option.method ?? "", in: type, module: file.module) { return false }
    return option.method != nil || !isRedeclared(option, of: type, in: file)
  }
}
