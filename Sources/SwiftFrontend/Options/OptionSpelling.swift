import LintSourceText

/// How swift-argument-parser turns a property's name into what a user types.
enum OptionSpelling {
  static func long(_ property: Name) -> Name { Name("--" + kebab(property.text), at: property.range) }

  static func short(_ property: Name) -> [Name] {
    property.text.first.map { [Name("-" + String($0), at: property.range)] } ?? []
  }

  /// A capital begins a word, but in a run of capitals only the last one before a small letter does: `numGPUs` is
  /// typed `num-gp-us`. Underscores stay.
  static func kebab(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character.isUppercase, index > 0 {
        let startsWord = !characters[index - 1].isUppercase
        let endsAcronym = index + 1 < characters.count && characters[index + 1].isLowercase
        if startsWord || endsAcronym { result.append("-") }
      }
      result += character.lowercased()
    }
    return result
  }

  /// The two spellings of a flag with an inversion.
  static func inverted(_ names: [Name], _ inversion: String) -> [Name] {
    names.flatMap { name -> [Name] in
      guard name.text.hasPrefix("--") else { return [name] }
      let bare = name.text.dropFirst(2)
      switch inversion.split(separator: ".").last {
      case "prefixedNo": return [name, Name("--no-" + bare, at: name.range)]
      case "prefixedEnableDisable":
        return [Name("--enable-" + bare, at: name.range), Name("--disable-" + bare, at: name.range)]
      default: return [name]
      }
    }
  }
}
