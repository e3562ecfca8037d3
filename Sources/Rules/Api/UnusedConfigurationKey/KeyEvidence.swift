import LintModel
import LintRuleKit
import LintSourceText

/// The names with which code and configurations of a repository may read the keys of one file.
///
/// If a folder contains scripts and their configurations, as a recipe does, scripts in other folders do not read these;
/// files outside such folders may read any.
struct KeyEvidence {
  private struct Names {
    var names = IdentifierSet()
    var unpacked = IdentifierSet()
    /// Names with which configurations refer to their own keys.
    var own = IdentifierSet()

    mutating func add(_ fact: KeyFact) {
      for mentions in fact.names { names.formUnion(mentions) }
      unpacked.formUnion(fact.unpacked)
      own.formUnion(fact.own)
    }
  }

  private let homes: KeyHomes
  private var shared = Names()
  private var local: [String: Names] = [:]

  init(_ facts: [FileFacts<KeyFact>], _ project: ProjectIndex) {
    shared.names = project.modules.declaredNames()
    homes = KeyHomes(facts.lazy.filter { $0.facts.contains { !$0.keys.isEmpty } }.map(\.file), project.files)
    for file in facts {
      for fact in file.facts {
        if let home = homes.home(of: file.file) {
          local[home, default: Names()].add(fact)
        } else {
          shared.add(fact)
        }
      }
    }
  }

  /// The names that may read a key in any file.
  var everything: KeyReach {
    var reach = KeyReach()
    for names in [shared] + local.values { reach.names += [names.names, names.own] }
    return reach
  }

  /// The names that may read the keys of a file.
  func reach(of file: FileFacts<KeyFact>) -> KeyReach {
    var reach = KeyReach()
    let own = file.facts.map(\.own).filter { !$0.isEmpty }
    reach.names = own
    let home = homes.home(of: file.file)
    let near = local.filter { other, _ in
      home.map { other == $0 || other.hasPrefix($0 + "/") || $0.hasPrefix(other + "/") } ?? true
    }
    for names in [shared] + near.values {
      reach.names.append(names.names)
      reach.unpacked.append(names.unpacked)
      // A file without references may override another, whose values refer to its keys.
      if own.isEmpty { reach.names.append(names.own) }
    }
    return reach
  }
}

/// The folders that contain scripts and the configurations that these read.
private struct KeyHomes {
  private var homes: Set<String> = []

  init(_ configurations: some Sequence<FileReference>, _ files: [FileReference]) {
    var scripted: Set<String> = []
    var packages: Set<String> = []
    for file in files where file.language == .python || file.language == .swift {
      let folder = Paths.folder(of: file.projectPath)
      scripted.insert(folder)
      if file.projectPath.hasSuffix("__init__.py") { packages.insert(folder) }
    }
    for file in configurations where file.language != .python {
      var folder = Paths.folder(of: file.projectPath)
      while !folder.isEmpty, !scripted.contains(folder) { folder = Paths.folder(of: folder) }
      // The configurations of a package may be read by any code that imports it.
      if !folder.isEmpty, !packages.contains(folder) { homes.insert(folder) }
    }
    // One or two such folders may share their code.
    if homes.count < Self.minimumHomes { homes = [] }
  }

  private static let minimumHomes = 3

  /// The innermost such folder that contains a file.
  func home(of file: FileReference) -> String? {
    // Code that can be imported may be run from elsewhere.
    if homes.isEmpty || file.language == .python && file.role != .script && file.role != .example { return nil }
    var folder = Paths.folder(of: file.projectPath)
    while !folder.isEmpty {
      if homes.contains(folder) { return folder }
      folder = Paths.folder(of: folder)
    }
    return nil
  }
}

/// The names with which a key may be read.
struct KeyReach {
  fileprivate var names: [IdentifierSet] = []
  fileprivate var unpacked: [IdentifierSet] = []

  /// Whether a key of this name may be read: by its name, or by one composed of its parts.
  func reaches(_ key: String) -> Bool {
    if knows(key) || knows(Name.canonical(key)) { return true }
    for place in key.utf8.indices.dropFirst() where key.utf8[place] == UInt8(ascii: "_") {
      let after = key.utf8.index(after: place)
      if after < key.endIndex, knows(String(key[..<after])) || knows(String(key[place...])) { return true }
    }
    return false
  }

  private func knows(_ name: String) -> Bool { names.contains { $0.contains(name) } }

  /// Whether a mapping of this name is unpacked as the keyword arguments of a call.
  func unpacks(_ section: String) -> Bool {
    if unpacked.contains(where: { $0.contains(section) }) { return true }
    return ["config", "cfg", "conf", "kwargs", "args", "params", "options", "opts", "dict"].contains { fileExtension in
      unpacked.contains { $0.contains("\(section)_\(fileExtension)") }
    }
  }
}
