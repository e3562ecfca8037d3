/// Where the names that a file uses come from.
public struct ImportedNames: Sendable {
  /// By the name in the file: the module and, of `from module import name`, the name there.
  private(set) public var origins: [Substring: (module: String, name: String?)] = [:]

  init(_ imports: [Import], of file: FileReference) {
    let isPackage = file.path.hasSuffix("/__init__.py")
    for item in imports {
      let module = Self.absolute(item, in: file.module, isPackage: isPackage)
      if item.items.isEmpty {
        // `import a.b` gives the name `a`, and `a.b.C` says the rest itself.
        let name = item.alias.map { Substring($0) } ?? Self.first(item.module)
        origins[name] = (item.alias == nil ? String(name) : module, nil)
      }
      for imported in item.items where imported.name != "*" {
        origins[Substring(imported.alias ?? imported.name)] = (module, imported.name)
      }
    }
  }

  /// The full path of a dotted name: `torch.nn.functional.softmax` of `F.softmax`, after `from torch.nn import
  /// functional as F`.
  ///
  /// - Returns: nil if the first name is not imported.
  public func path(of name: some StringProtocol) -> String? {
    let first = Self.first(name)
    guard let origin = origins[first] else { return nil }
    let known = origin.name.map { origin.module.isEmpty ? $0 : "\(origin.module).\($0)" } ?? origin.module
    return known + Substring(name)[first.endIndex...]
  }

  private static func first(_ dotted: some StringProtocol) -> Substring {
    let dotted = Substring(dotted)
    return dotted[..<(dotted.utf8.firstIndex(of: UInt8(ascii: ".")) ?? dotted.endIndex)]
  }

  public static func absolute(_ item: Import, in module: String, isPackage: Bool) -> String {
    guard item.level > 0 else { return item.module }
    let package = module.split(separator: ".").dropLast(item.level - (isPackage ? 1 : 0))
    return (package.map(String.init) + (item.module.isEmpty ? [] : [item.module])).joined(separator: ".")
  }
}
