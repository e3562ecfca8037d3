import LintSourceText

/// Folders without an `__init__.py` inside of packages: `optax/_src/alias.py` is `optax._src.alias` all the same.
enum NamespacePackages {
  /// The files under their whole names, and the names of those that only other modules offer.
  static func joined(_ files: [ApiModule]) -> (files: [ApiModule], gaps: Set<String>) {
    let packages = Dictionary(
      files.filter(\.isPackage).map { (String(Paths.folder(of: $0.path)), $0.name) }
    ) { first, _ in first }
    guard !packages.isEmpty else { return (files, []) }
    let names = files.map { name(of: $0, packages) }
    let gaps = Set(names.compactMap { $0 })
    guard !gaps.isEmpty else { return (files, []) }
    let renamed = zip(files, names).map { file, name in
      guard let name else { return file }
      var file = file
      let old = ModulePaths.parent(file.name)
      file.name = name
      // A relative import was read as one from a module beside the file's short name.
      for index in file.imports.indices where !file.imports[index].module.contains(".") && old.isEmpty {
        let beside =
          ModulePaths.parent(name) + (file.imports[index].module.isEmpty ? "" : ".\(file.imports[index].module)")
        if gaps.contains(beside) { file.imports[index].module = beside }
      }
      return file
    }
    return (renamed, gaps)
  }

  /// The name of a file that is in no package itself, but below one.
  private static func name(of file: ApiModule, _ packages: [String: String]) -> String? {
    var folder = String(Paths.folder(of: file.path))
    guard packages[folder] == nil, !folder.isEmpty else { return nil }
    var parts = [ForeignHierarchy.last(file.name)]
    while !folder.isEmpty {
      if let package = packages[folder] { return package + "." + parts.reversed().joined(separator: ".") }
      parts.append(String(Paths.name(of: folder)))
      folder = String(Paths.folder(of: folder))
    }
    return nil
  }
}
