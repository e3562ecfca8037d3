import PythonSyntax

// Whether a parser takes options that the file at hand does not show.

extension ParserReader {
  /// Whether a command is one dataclass of this file, or one function, whose fields or parameters are single values.
  func isPlain(_ call: Call) -> Bool {
    guard call.function.dottedName == "tyro.cli", call.keywords.allSatisfy({ !$0.name.textEquals("args") }),
      let target = call.arguments.first(where: { _ in true }), target.kind == .name,
      let index = model.declarations.firstIndex(where: {
        $0.parent == 0 && $0.name.text == target.text && $0.option == nil
      })
    else { return false }
    let declaration = model.declarations[index]
    guard declaration.bases.isEmpty, !declaration.parameters.contains(where: \.isVariadic) else { return false }
    let types = model.declarations.filter { $0.parent == index }.compactMap { $0.option?.type }
    return !types.isEmpty
      && types.joined(separator: " ").split { !$0.isLetter }.allSatisfy { word in
        word.first?.isLowercase == true || Self.plainTypes.contains(word)
      }
  }

  private static let plainTypes: Set<Substring> = [
    "Optional", "Union", "Literal", "List", "Tuple", "Sequence", "Path", "None", "True", "False",
  ]

  /// What happens to the arguments that a parser does not know: read by another parser, dropped, or unknown.
  mutating func readRest(of call: Node, _ ancestors: [Node]) {
    let parent = ancestors.last
    if parent?.kind == .subscript, parent?.lastChild?.textEquals("0") == true {
      isDropped = true
      return
    }
    guard parent?.kind == .assign, let target = parent?.firstChild, target.kind == .tuple, let rest = target.child(1),
      rest.kind == .name
    else {
      isOpen = true
      return
    }
    isDropped = true
    var walker = Walker(root)
    while let node = walker.next() {
      guard node.kind == .name, !node.isStored, node.textEquals(rest) else { continue }
      let callee = walker.ancestors.last { $0.kind == .call }?.firstChild?.lastName
      if callee?.textEquals("parse_args") != true || walker.parent?.kind != .arguments { isOpen = true }
    }
  }

  mutating func readMaker(_ call: Call, _ name: String) {
    if call.keyword("fromfile_prefix_chars") != nil { isOpen = true }
    if let parents = call.keyword("parents") {
      for parent in parents.subtree where parent.kind == .name && !parsers.contains(parent.text) { isOpen = true }
      if parents.kind != .list { isOpen = true }
    }
    guard name != "ArgumentParser" else { return }
    // A custom class may add options; of dataclasses, those of other files are not at hand.
    if !name.hasPrefix("Hf") { isOpen = true }
    for node in call.argumentList.node.subtree where node.kind == .name {
      // Fields that a class inherits from another file's are flags, too.
      let type = model.declarations.first { $0.kind == .type && $0.name.text == node.text }
      if !functions.contains(node.text) || type?.bases.contains(where: { !functions.contains($0) }) == true {
        isOpen = true
      }
    }
  }
}
