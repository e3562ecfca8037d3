import LintModel
import LintSourceText

extension NamedSignature {
  /// The stored properties of Swift's configuration types, which their users set like the parameters of a function.
  ///
  /// What an initializer takes under the same name is counted there. A type that is decoded takes its names from the
  /// data, unless its coding keys translate them.
  static func configurations(in file: SourceFile, where isWorthKeeping: (String) -> Bool) -> [NamedSignature] {
    guard file.language == .swift else { return [] }
    let declarations = file.model.declarations
    return declarations.indices.compactMap { index in
      let type = declarations[index]
      guard type.kind == .type, type.isPublic, type.flags.isDisjoint(with: [.isAbstract, .isExtension, .isDeprecated]),
        let last = type.name.words.last, words.contains(last),
        !type.bases.contains(where: { coded.contains($0) })
      else { return nil }
      let members = declarations.indices.filter { declarations[$0].parent == index }
      let taken = Set(
        members.filter { declarations[$0].isInitializer }
          .flatMap { declarations[$0].parameters.flatMap { [$0.name.text, $0.publicName.text] } })
      let stored = members.map { declarations[$0] }.filter {
        $0.kind == .property && $0.isPublic && $0.flags.isDisjoint(with: [.isStatic, .isProperty, .isDeprecated])
      }
      let names = stored.map { Name.canonical($0.name.text) }
      let kept = names.indices.filter { isWorthKeeping(names[$0]) && !taken.contains(stored[$0].name.text) }
      guard !kept.isEmpty else { return nil }
      return NamedSignature(
        symbol: file.symbol(of: index), function: "init", owner: type.name.text, isOverride: false, isPublic: true,
        shape: names.joined(separator: ","),
        parameters: kept.map { position in
          Parameter(
            name: names[position], text: stored[position].name.text, range: stored[position].name.range,
            annotation: stored[position].returns, documentation: stored[position].doc?.summary.lowercased() ?? "",
            meaning: .unknown, passedAs: [], position: position, hasFreeOrder: true)
        }, assigned: [])
    }
  }

  private static let words: Set<Substring> = [
    "configuration", "config", "options", "settings", "parameters", "params", "hyperparameters", "arguments",
  ]
  private static let coded: Set<String> = ["Codable", "Decodable", "Encodable", "Swift.Codable", "Swift.Decodable"]
}
