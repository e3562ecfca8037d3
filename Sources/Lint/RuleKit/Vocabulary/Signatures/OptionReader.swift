import LintModel
import LintSourceText

extension NamedSignature {
  /// The options of each parser and the keys of each mapping of a file, if one of them is worth keeping.
  ///
  /// What another repository's code, or one recipe of many, calls its options says nothing of this project's words.
  static func options(in file: SourceFile, where isWorthKeeping: (String) -> Bool) -> [NamedSignature] {
    switch file.role {
    case .library, .script, .configuration: break
    default: return []
    }
    let options = file.model.declarations.indices.filter { index in
      guard let option = file.model.declarations[index].option, !option.isHidden else { return false }
      return option.style.isOfCommand || option.style == .configurationKey
    }
    guard !options.isEmpty else { return [] }
    let isForeign = file.reference.isExcluded
    let groups = Dictionary(grouping: options) { file.model.declarations[$0].parent ?? -1 }
    return groups.sorted { $0.key < $1.key }.compactMap { parent, members in
      let names = members.map { Name.canonical(longestSpelling(of: file.model.declarations[$0])) }
      let kept = names.indices.filter { isWorthKeeping(names[$0]) }
      guard !kept.isEmpty, !names.contains(where: constructors.contains),
        parent < 0 || !isArguments(file.model.declarations[parent])
      else { return nil }
      return NamedSignature(
        surface: file.role == .configuration ? .keys : .options, symbol: file.symbol(of: parent < 0 ? nil : parent),
        function: "", owner: nil, isOverride: false, isPublic: !isForeign,
        shape: names.sorted().joined(separator: ","),
        parameters: kept.compactMap { position in
          Parameter(file.model.declarations[members[position]], name: names[position], position: position)
        }, assigned: [])
    }
  }

  /// Keys beside which the others are the parameters of what they name: `_target_: torch.optim.Adam`.
  private static let constructors: Set<String> = ["target", "class_path", "type"]

  /// `params:` and its like hold the parameters of something that stands elsewhere.
  private static func isArguments(_ declaration: Declaration) -> Bool {
    guard declaration.kind == .option else { return false }
    return ["params", "args", "kwargs", "parameters"].contains { declaration.name.text.hasSuffix($0) }
  }

  fileprivate static func longestSpelling(of declaration: Declaration) -> String {
    declaration.option?.spellings.first?.text ?? declaration.name.text
  }
}

extension NamedSignature.Parameter {
  /// An option seen as the parameter that it sets.
  fileprivate init?(_ declaration: Declaration, name: String, position: Int) {
    guard let option = declaration.option else { return nil }
    let spelling = option.spellings.first ?? declaration.name
    self.init(
      name: name, text: spelling.text, range: spelling.range, annotation: option.type,
      defaultValue: option.defaultValue ?? (option.action == "store_true" ? "False" : nil), meaning: .unknown,
      // An option with two spellings accepts both words.
      passedAs: option.spellings.dropFirst().map { Name.canonical($0.text) }, position: position, hasFreeOrder: true)
  }
}
