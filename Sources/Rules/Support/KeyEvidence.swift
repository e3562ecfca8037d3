import LintModel
import LintRuleKit
import LintSourceText

/// The names by which a repository's code and configurations may reach the keys of one file.
///
/// Where a folder holds scripts and their configurations, as a recipe does, other folders' scripts do not read these;
/// what no such folder holds may read any.
struct KeyEvidence {
  private struct Names {
    var names = Mentions()
    var unpacked = Mentions()
    /// What configurations take of their own keys.
    var own = Mentions()

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

  /// What may read a key that stands anywhere.
  var everything: KeyReach {
    var reach = KeyReach()
    for names in [shared] + local.values { reach.names += [names.names, names.own] }
    return reach
  }

  /// What may read the keys of a file.
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
      // A file that refers to nothing may be laid over another, whose values refer to its keys.
      if own.isEmpty { reach.names.append(names.own) }
    }
    return reach
  }
}

/// The folders that hold scripts and the configurations that these read.
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
      // A package's configurations may be read by whoever imports it.
      if !folder.isEmpty, !packages.contains(folder) { homes.insert(folder) }
    }
    // One or two may well share their code.
    if homes.count < Self.minimumHomes { homes = [] }
  }

  private static let minimumHomes = 3

  /// The innermost such folder around a file.
  func home(of file: FileReference) -> String? {
    // What can be imported, somebody else may run.
    if homes.isEmpty || file.language == .python && file.role != .script && file.role != .example { return nil }
    var folder = Paths.folder(of: file.projectPath)
    while !folder.isEmpty {
      if homes.contains(folder) { return folder }
      folder = Paths.folder(of: folder)
    }
    return nil
  }
}

/// The names by which something may reach a key.
struct KeyReach {
  fileprivate var names: [Mentions] = []
  fileprivate var unpacked: [Mentions] = []

  /// Whether anything could read a key of this name: by the name, or by one that is put together of its parts.
  func reaches(_ key: String) -> Bool {
    if knows(key) || knows(Name.canonical(key)) { return true }
    for place in key.utf8.indices.dropFirst() where key.utf8[place] == UInt8(ascii: "_") {
      let after = key.utf8.index(after: place)
      if after < key.endIndex, knows(String(key[..<after])) || knows(String(key[place...])) { return true }
    }
    return false
  }

  private func knows(_ name: String) -> Bool { names.contains { $0.contains(name) } }

  /// Whether a mapping of this name is handed on whole, as the keywords of some call.
  func unpacks(_ section: String) -> Bool {
    if unpacked.contains(where: { $0.contains(section) }) { return true }
    return ["config", "cfg", "conf", "kwargs", "args", "params", "options", "opts", "dict"].contains { ending in
      unpacked.contains { $0.contains("\(section)_\(ending)") }
    }
  }
}
