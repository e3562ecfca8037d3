import LintModel
import LintSourceText

extension NamedSignature {
  /// The signatures that a vocabulary knows words of: concepts, counts and ordered pairs.
  static func all(in file: SourceFile, _ vocabulary: Vocabulary) -> [NamedSignature] {
    let isKnown = { name in
      vocabulary.knows(name) || vocabulary.isOrdered(name) || CountName(canonical: name) != nil
        || vocabulary.knowsQualified(name)
    }
    var signatures = all(in: file, where: isKnown) + options(in: file, where: isKnown)
    for index in signatures.indices {
      signatures[index].publication = vocabulary.publication(of: signatures[index].shape)
      signatures[index].prescribed.formUnion(vocabulary.prescribedNames(in: signatures[index].shape))
      if signatures[index].isCredited, signatures[index].publication == .none { signatures[index].publication = .block }
    }
    return signatures + uncompared(in: file, besides: signatures, where: isKnown)
  }

  /// The signatures of a library file that are not compared with others, since other people chose their words. A search
  /// for a name finds them too.
  private static func uncompared(
    in file: SourceFile, besides compared: [NamedSignature], where isKnown: (String) -> Bool
  ) -> [NamedSignature] {
    guard file.role == .library, !file.reference.isExcluded else { return [] }
    var symbols = Set(compared.lazy.filter { $0.surface == .parameters }.map { "\($0.symbol)(\($0.shape))" })
    return file.model.declarations.indices.compactMap { index in
      let declaration = file.model.declarations[index]
      guard declaration.isCallable, !declaration.parameters.isEmpty else { return nil }
      let names = declaration.parameters.map { Name.canonical($0.publicName.text) }
      guard names.contains(where: isKnown) else { return nil }
      let shape = names.joined(separator: ",")
      let symbol = file.symbol(of: index)
      if symbols.remove("\(symbol)(\(shape))") != nil { return nil }
      let owner = declaration.parent.map { file.model.declarations[$0] }
      return NamedSignature(
        symbol: symbol, function: declaration.name.text, owner: owner?.kind == .type ? owner?.name.text : nil,
        isOverride: false, isPublic: false, shape: shape, parameters: [], assigned: [], publication: .mirror)
    }
  }

  /// The signatures of a library file that have a parameter whose canonical name is worth keeping.
  package static func all(in file: SourceFile, where isWorthKeeping: (String) -> Bool) -> [NamedSignature] {
    guard isFirstParty(file) else { return [] }
    var signatures = read(file, where: isWorthKeeping) + configurations(in: file, where: isWorthKeeping)
    guard !signatures.isEmpty else { return [] }
    let notice = CopyrightNotice(file)
    if notice.isCopied { return [] }
    let libraries = Set(
      file.model.imports.lazy.filter { $0.level == 0 }.compactMap {
        $0.module.split(separator: ".").first.map(String.init)
      })
    for index in signatures.indices {
      signatures[index].notice = notice.words
      signatures[index].libraries = libraries
    }
    return signatures
  }

  /// Whether a file is the project's own, has one of the roles and is free to choose its words: no copy, no adapter.
  package static func isFirstParty(_ file: SourceFile, as roles: Set<Role> = [.library]) -> Bool {
    roles.contains(file.role) && !file.reference.isExcluded && !adapts(file)
  }

  private static func read(
    _ file: SourceFile, where isWorthKeeping: (String) -> Bool
  ) -> [NamedSignature] {
    file.model.declarations.indices.compactMap { index in
      let declaration = file.model.declarations[index]
      guard declaration.isCallable, !declaration.isOperator,
        declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isLocal])
      else { return nil }
      let names = declaration.parameters.map { Name.canonical($0.publicName.text) }
      let kept = names.indices.filter {
        isWorthKeeping(names[$0]) && !declaration.parameters[$0].isVariadic
          && !declaration.retires(declaration.parameters[$0])
      }
      guard !kept.isEmpty else { return nil }
      let owner = declaration.parent.map { file.model.declarations[$0] }
      var signature = NamedSignature(
        symbol: file.symbol(of: index), function: declaration.name.text,
        owner: owner?.kind == .type ? owner?.name.text : nil, isOverride: declaration.flags.contains(.isOverride),
        isPublic: isVisible(declaration, in: file),
        isStatic: declaration.attributes.contains { $0.text == "staticmethod" },
        shape: names.joined(separator: ","),
        parameters: kept.map { position in
          var parameter = Parameter(
            declaration.parameters[position], name: names[position], position: position, in: file.language)
          // Untyped code often says the type in its documentation.
          let entry =
            declaration.documentation(of: declaration.parameters[position])
            ?? (declaration.isInitializer ? owner?.documentation(of: declaration.parameters[position]) : nil)
          parameter.documentedType = entry?.type
          parameter.documentation = entry.map { $0.text.prefix(240).lowercased() } ?? ""
          return parameter
        },
        assigned: Set(declaration.assigned.lazy.map { Name.canonical(file.text[$0]) }.filter(isWorthKeeping)),
        isCredited: isCredited(declaration, in: file))
      if declaration.isInitializer, file.language == .swift, let parent = declaration.parent {
        signature.prescribed = storedKeys(of: parent, in: file)
      }
      return signature
    }
  }

  /// The names of a Swift type's properties, if it is decoded: the keys of the data prescribe them, also to a
  /// memberwise initializer.
  private static func storedKeys(of type: Int, in file: SourceFile) -> Set<String> {
    let declarations = file.model.declarations
    let isCoded =
      declarations[type].bases.contains { ["Codable", "Decodable", "Encodable"].contains($0) }
      || declarations.contains { $0.parent == type && $0.bases.contains("CodingKey") }
    guard isCoded else { return [] }
    return Set(
      declarations.lazy.filter { $0.parent == type && $0.kind == .property && !$0.flags.contains(.isProperty) }
        .map { Name.canonical($0.name.text) })
  }

  /// Whether a comment right above a declaration says where it was taken from.
  private static func isCredited(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var end = Int(declaration.range.start)
    while end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    guard end > 0 else { return false }
    var start = end - 1
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let line = bytes[start..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard line.first == UInt8(ascii: "#") || line.starts(with: "//".utf8) else { return false }
    return Bytes.find("http", in: line) != nil
      && (Bytes.find("rom ", in: line) != nil || Bytes.find("redit", in: line) != nil)
  }

  /// `forecasting/prophet.py` that wraps a class from `prophet` speaks that library's language.
  private static func adapts(_ file: SourceFile) -> Bool {
    guard let module = file.reference.module.split(separator: ".").last?.drop(while: { $0 == "_" }) else {
      return false
    }
    return file.model.imports.contains { item in
      item.level == 0 && item.module.hasPrefix(module)
        && (item.module.utf8.dropFirst(module.utf8.count).first ?? UInt8(ascii: ".")) == UInt8(ascii: ".")
        && item.items.contains { $0.name.first?.isUppercase ?? false }
    }
  }

  private static func isVisible(_ declaration: Declaration, in file: SourceFile) -> Bool {
    if declaration.isPublic { return true }
    guard declaration.isInitializer, file.language == .python, let parent = declaration.parent else { return false }
    return file.model.declarations[parent].isPublic
  }
}

extension Declaration {
  /// `x[index]`, `x == other`: the name of an operator's parameter is never written.
  fileprivate var isOperator: Bool {
    guard kind == .method, name.text.hasPrefix("__"), name.text.hasSuffix("__") else { return false }
    return name.text != "__init__" && name.text != "__call__" && name.text != "__new__"
  }

  fileprivate func documentation(of parameter: Parameter) -> Doc.Entry? {
    doc?.parameters.first { $0.name.text == parameter.name.text }
  }

  /// True if the documentation says that the parameter is deprecated, or another name of one.
  fileprivate func retires(_ parameter: Parameter) -> Bool {
    guard let entry = doc?.parameters.first(where: { $0.name.text == parameter.name.text }) else { return false }
    let text = entry.text.lowercased()
    return text.contains("deprecated") || text.hasPrefix("alias ") || text.contains("an alias of")
      || text.contains("an alias for") || text.contains("same as `")
  }
}

extension NamedSignature.Parameter {
  fileprivate init(_ parameter: LintModel.Parameter, name: String, position: Int, in language: Language) {
    self.init(
      name: name, text: parameter.publicName.text, range: parameter.publicName.range,
      annotation: parameter.annotation, defaultValue: parameter.defaultValue, meaning: parameter.meaning,
      passedAs: parameter.passedAs, position: position,
      hasFreeOrder: language == .python && parameter.kind == .keywordOnly)
  }
}
