import LintRuleKit
import LintSourceText

/// A better word for something with a generic name.
struct BetterWord {
  var word: String
  /// Where it comes from: a function or a type.
  var source: String
}

/// Recognizes generic names, and looks for better ones.
struct GenericLexicon: Sendable {
  private let generic: Set<String>
  private let empty: Set<String>
  private let numbered: Set<String>
  private let verbs: Set<String>
  private let vague: Set<String>
  private let symmetric: Set<String>

  init(_ words: GenericWords, except: [String]) {
    let except = Set(except.map(Name.canonical))
    generic = Set(words.names).subtracting(except)
    empty = Set(words.emptyNames).subtracting(except)
    numbered = Set(words.numberedNames)
    verbs = Set(words.verbs)
    vague = Set(words.vagueObjects).union(words.names)
    symmetric = Set(words.symmetricFunctions)
  }

  func isGeneric(_ name: String) -> Bool {
    generic.contains(name) || empty.contains(name) || stem(of: name).map(numbered.contains) == true
  }

  /// The parameters whose names mean nothing in any function: `stuff`, or `data1` and `data2` if the two have different
  /// roles. Nil if there are none.
  func emptyNames(of signature: NamedSignature) -> [NamedSignature.Parameter]? {
    let shape = signature.shape.split(separator: ",")
    if let parameter = signature.parameters.first(where: { empty.contains($0.name) }),
      // The two kinds of classes of panoptic segmentation.
      !(shape.contains("things") && shape.contains { $0 == "stuffs" || $0 == "stuff" })
    {
      return [parameter]
    }
    switch signature.function {
    // Tensor code and methods called by a framework.
    case "forward", "call", "__call__", "callAsFunction": return nil
    default: break
    }
    let words = Name.canonical(signature.function).split(separator: "_").map(String.init)
    // Functions that compare or combine two things of the same kind can only number them.
    guard symmetric.isDisjoint(with: words) else { return nil }
    let groups = Dictionary(grouping: signature.parameters) { stem(of: $0.name) ?? "" }
    return groups.sorted { $0.key < $1.key }.first { numbered.contains($0.key) && $0.value.count > 1 }?.value
  }

  /// `data` of `data1` and `data_1`.
  private func stem(of name: String) -> String? {
    guard let last = name.utf8.last, last >= 0x30, last <= 0x39 else { return nil }
    let stem = name.dropLast()
    return String(stem.last == "_" ? stem.dropLast() : stem)
  }

  /// A generic parameter of a signature, and a better word for it from its function or its type.
  ///
  /// - Parameters:
  ///   - signature: A signature reduced to its generic parameters.
  ///   - names: How many parameters of the project have each name.
  ///   - project: The project, for the types that it declares.
  ///   - minimumUses: Minimum number of parameters that must already have the better name.
  func better(
    in signature: NamedSignature, _ names: [String: Int], _ project: ProjectIndex, minimumUses: Int
  ) -> (NamedSignature.Parameter, BetterWord)? {
    let shape = signature.shape.split(separator: ",").map(String.init)
    for parameter in signature.parameters where generic.contains(parameter.name) {
      // `input` and `target` are a pair, as in torch's losses.
      if parameter.name == "input" || parameter.name == "inputs",
        shape.contains(where: { ["target", "targets", "output", "outputs", "label", "labels"].contains($0) })
      {
        continue
      }
      let words = [object(of: signature, parameter), type(of: parameter, project)].compactMap { $0 }
      for better in words
      where !shape.contains(where: { "_\($0)_".contains("_\(better.word)") })
        && names[better.word, default: 0] >= minimumUses
      {
        return (parameter, better)
      }
    }
    return nil
  }

  /// `image` of `save_image(x)`.
  private func object(of signature: NamedSignature, _ parameter: NamedSignature.Parameter) -> BetterWord? {
    let words = Name.canonical(signature.function).split(separator: "_").map(String.init)
    guard parameter.position == 0, let verb = words.first, verbs.contains(verb) else { return nil }
    let object = words.dropFirst().prefix { !Self.ends($0) }
    let word = object.joined(separator: "_")
    guard let last = object.last, !vague.contains(word), !vague.contains(last),
      !["ing", "ed", "ly"].contains(where: last.hasSuffix)
    else { return nil }
    return BetterWord(word: word, source: "'\(signature.function)'")
  }

  /// `graph` of `g: Graph`, if the project declares the type.
  private func type(of parameter: NamedSignature.Parameter, _ project: ProjectIndex) -> BetterWord? {
    guard var type = parameter.annotation?.replacing(" | None", with: "") else { return nil }
    if type.hasPrefix("Optional["), type.hasSuffix("]") { type = String(type.dropFirst(9).dropLast()) }
    type = type.filter { $0 != "?" && $0 != "\"" && $0 != "'" }
    // One of several types names only some of the arguments, and `value` says that the function stores it.
    guard !type.contains("|"), !type.hasPrefix("Union["), parameter.name != "value" else { return nil }
    let name = type.split(separator: ".").last.map(String.init) ?? ""
    guard name.first?.isUppercase == true, name.allSatisfy({ $0.isLetter || $0.isNumber }),
      project.types[name] != nil
    else { return nil }
    let word = Name.canonical(name)
    guard !"_\(word)_".contains("_\(parameter.name)_"), !vague.contains(word) else { return nil }
    return BetterWord(word: word, source: "its type '\(name)'")
  }

  private static func ends(_ word: String) -> Bool {
    switch word {
    case "to", "from", "with", "as", "for", "in", "into", "by", "on", "using", "at", "and", "or", "of", "if": true
    default: false
    }
  }
}
